import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import path from 'node:path'
import {type DirectiveSpec, Element} from '@handrail/rst'
import {versionOf} from 'remark-rst/files'
import {afterEach, beforeEach, describe, expect, test, vi} from 'vitest'
import {Engine} from '../src/engine.ts'
import {optionsSchema} from '../src/options.ts'

describe('pages that were read by an earlier build', () => {
  let siteDir: string
  let page: string
  let read: string[]
  beforeEach(async () => {
    siteDir = mkdtempSync(path.join(tmpdir(), 'remembered-'))
    mkdirSync(path.join(siteDir, 'docs'))
    page = path.join(siteDir, 'docs/page.rst')
    write('page.rst', 'Page |name|\n===========\n\n:doc:`other`\n\n.. heard:: page\n\n|wrong|\n')
    write('other.rst', 'Other\n=====\n\n.. heard:: other\n')
    write('names.rst', '.. |name| replace:: DRBD\n')
    read = []
    await settled()
    build()
    expect(read.sort()).toEqual(['other', 'page'])
    read = []
  })
  afterEach(() => rmSync(siteDir, {recursive: true}))

  test('are known without being read again', () => {
    const engine = build()
    expect(engine.page(page)).toMatchObject({
      gist: {title: 'Page DRBD'},
      text: expect.stringMatching(/^Page/),
      messages: [{ruleId: 'undefined-substitution'}],
    })
    expect(engine.dependencies(page).present).toContain(path.join(siteDir, 'docs/names.rst'))
    expect(read).toEqual([])
  })

  test('are read when their tree is asked for', () => {
    expect(build().tree(page)).toMatchObject({type: 'root', data: {title: 'Page DRBD'}})
    expect(read).toEqual(['page'])
  })

  test('are read when they have changed, or what they show of others has', async () => {
    write('other.rst', 'Changed\n=======\n\n.. heard:: other\n')
    await settled()
    build()
    expect(read).toEqual(['other', 'page'])
  })

  test('are read when their substitutions have changed', () => {
    write('names.rst', '.. |name| replace:: Chef\n')
    expect(build().titleOf(page)).toBe('Page Chef')
    expect(read.sort()).toEqual(['other', 'page'])
  })

  test('are read by another version of the parser', () => {
    build('another version')
    expect(read.sort()).toEqual(['other', 'page'])
  })

  function write(name: string, text: string): void {
    writeFileSync(path.join(siteDir, 'docs', name), text)
  }

  /** Files that have just been changed are not trusted to be what they were. */
  async function settled(): Promise<void> {
    const files = ['page.rst', 'other.rst', 'names.rst'].map((name) =>
      path.join(siteDir, 'docs', name),
    )
    await vi.waitUntil(() => files.every((file) => versionOf(file) !== undefined), 30_000)
  }

  function build(fingerprint = 'of the parser'): Engine {
    const heard: DirectiveSpec = {
      name: 'heard',
      doc: 'Takes down that it was read.',
      arguments: {required: 1},
      run(call) {
        read.push(call.arguments[0]!)
        return [new Element('comment', {}, [], call.line)]
      },
    }
    const docs = path.join(siteDir, 'docs')
    const engine = new Engine({
      siteDir,
      options: optionsSchema.validate({prolog: ['docs/names.rst'], directives: [heard]}).value!,
      contentFolders: [{kind: 'docs', original: docs, localized: path.join(siteDir, 'i18n')}],
      fingerprintFile: path.join(siteDir, 'generated/fingerprint'),
      fingerprint,
      memoryFile: path.join(siteDir, 'generated/pages'),
      answersFolder: path.join(siteDir, 'generated/answers'),
    })
    const pages = ['page.rst', 'other.rst'].map((name) => ({
      source: `@site/docs/${name}`,
      permalink: `/${name}`,
    }))
    const version = {
      docs: pages,
      contentPath: docs,
      contentPathLocalized: path.join(siteDir, 'i18n'),
    }
    engine.routes.update({'docusaurus-plugin-content-docs': {default: {loadedVersions: [version]}}})
    engine.check()
    engine.remember()
    return engine
  }
})
