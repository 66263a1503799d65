import type {Nodes} from 'mdast'
import {describe, expect, it} from 'vitest'
import {
  directives,
  PageSet,
  type PageSetOptions,
  roles,
  sphinxDirectives,
  sphinxRoles,
} from '../src/index.ts'
import {memoryFiles} from './memory-files.ts'

/** The text of a tree. */
function shown(node: Nodes): string {
  if ('children' in node) return node.children.map(shown).join('')
  return 'value' in node ? node.value : ''
}

/** A set of pages in memory, and the paths that were loaded. */
function setOf(files: Record<string, string>): {pages: PageSet; loaded: string[]} {
  const loaded: string[] = []
  const load = memoryFiles(files)
  const options: PageSetOptions = {
    includeBase: 'document',
    directives: [...directives, ...sphinxDirectives],
    roles: [...roles, ...sphinxRoles],
    load(request) {
      loaded.push(request.path)
      return load(request)
    },
  }
  const pages = Object.keys(files).filter((path) => path.endsWith('.rst'))
  return {pages: new PageSet(pages, options), loaded}
}

const files = {
  'a.rst': 'A\n=\n\nSee :doc:`c` and :ref:`label`.\n',
  'b.rst': 'B\n=\n\nSee :doc:`c`.\n\n.. include:: part.txt\n',
  'c.rst': 'C\n=\n\n.. _label:\n\nPlace\n-----\n\n.. include:: part.txt\n',
  'part.txt': 'A part.\n',
}

describe('PageSet', () => {
  it('hands on each page, those that ask for labels last', () => {
    const {pages} = setOf(files)
    const read = [...pages.read()].map(({path, tree}) => [path, shown(tree)])
    expect(read).toEqual([
      ['b.rst', 'BSee C.A part.'],
      ['c.rst', 'CPlaceA part.'],
      ['a.rst', 'ASee C and Place.'],
    ])
  })

  it('reads some pages, and those that read a file', () => {
    const {pages, loaded} = setOf(files)
    for (const page of pages.read(['b.rst'])) expect(page.path).toBe('b.rst')
    expect(loaded).toEqual(['b.rst', 'part.txt', 'c.rst'])
    for (const {tree} of pages.read()) expect(tree.children.length).toBeGreaterThan(0)
    expect(pages.readersOf('part.txt')).toEqual(['b.rst', 'c.rst'])
  })

  it('reads lines of any length, as Sphinx does', () => {
    const long = 'word '.repeat(3_000).trim()
    const [page] = setOf({'long.rst': long}).pages.read()
    expect(shown(page!.tree)).toBe(long)
  })

  it('passes over pages that cannot be read', () => {
    const pages = new PageSet(['a.rst'], {load: ({path}) => ({path, refusal: {reason: 'missing'}})})
    expect([...pages.read()]).toEqual([])
  })
})
