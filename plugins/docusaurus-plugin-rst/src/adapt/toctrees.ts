import path from 'node:path'
import type {List, ListItem, Root} from 'mdast'
import {visit} from 'unist-util-visit'
import type {Engine} from '../engine.ts'
import {type TocEntry, type Toctree, toctreeOf} from '../toctree.ts'
import {element} from './jsx.ts'

/** The pages that are listed in a page by its lists, with the titles they are shown by. */
export function listedPages(
  toctrees: readonly Toctree[],
  file: string,
  site: Pick<Engine, 'titleOf'>,
): {url: string; text: string}[] {
  const shown = toctrees.filter(({isHidden}) => !isHidden)
  return shown.flatMap(({entries}) => entries.map((entry) => shownEntry(entry, file, site)))
}

/** Shows lists of pages as lists of links; those that are hidden are in the sidebar only. */
export function adaptToctrees(tree: Root, file: string, site: Pick<Engine, 'titleOf'>): void {
  visit(tree, 'leafDirective', (directive, index, parent) => {
    if (directive.name !== 'toctree' || !parent || index === undefined) return
    const toctree = toctreeOf(directive, file)
    parent.children.splice(index, 1, ...shown(toctree, file, site))
    return index
  })
}

function shown(
  {caption, isHidden, entries}: Toctree,
  file: string,
  site: Pick<Engine, 'titleOf'>,
): ReturnType<typeof element>[] {
  if (isHidden || !entries.length) return []
  const children = entries.map((entry) => link(entry, file, site))
  const list: List = {type: 'list', ordered: false, spread: false, children}
  return [
    element('nav', {className: 'toctree', 'aria-label': caption ?? 'Pages'}, [
      ...(caption ? [paragraph(caption)] : []),
      list,
    ]),
  ]
}

function paragraph(text: string) {
  const strong = {type: 'strong' as const, children: [{type: 'text' as const, value: text}]}
  return {type: 'paragraph' as const, children: [strong]}
}

function shownEntry(
  {title, target}: TocEntry,
  file: string,
  site: Pick<Engine, 'titleOf'>,
): {url: string; text: string} {
  if ('href' in target) return {url: target.href, text: title ?? target.href}
  const text = title ?? site.titleOf(target.file) ?? path.parse(target.file).name
  return {url: pathTo(target.file, file), text}
}

function link(entry: TocEntry, file: string, site: Pick<Engine, 'titleOf'>): ListItem {
  const {url, text} = shownEntry(entry, file, site)
  const link = {type: 'link' as const, url, children: [{type: 'text' as const, value: text}]}
  return {type: 'listItem', spread: false, children: [{type: 'paragraph', children: [link]}]}
}

function pathTo(target: string, file: string): string {
  const relative = path.relative(path.dirname(file), target).replaceAll(path.sep, '/')
  return encodeURI(relative.startsWith('.') ? relative : `./${relative}`)
}
