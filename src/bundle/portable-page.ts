import type {Element, Root} from 'hast'
import {fromHtml} from 'hast-util-from-html'
import {select} from 'hast-util-select'
import {toHtml} from 'hast-util-to-html'
import {SKIP, visit} from 'unist-util-visit'

/** Says which file of the site an address without its base stands for, if any. */
export type FileOf = (path: string) => string | undefined

/** Attributes that hold an address. */
const addresses = ['href', 'src'] as const

/** The only script that works without a server, and is worth having there. */
const search = /(?:^|\/)search\/search\.js$/

/**
 * A built page as it opens from a disk: links lead from file to file, and of all scripts only the
 * search is left. `path` is its own, and `insert` the HTML put before its text.
 */
export function portablePage(html: string, path: string, fileOf: FileOf, insert: string): string {
  const tree = fromHtml(html)
  visit(tree, 'element', (node, index, parent) => {
    if (isOfServer(node)) {
      parent!.children.splice(index!, 1)
      return [SKIP, index!]
    }
    for (const name of addresses) relink(node, name, path, fileOf)
    return undefined
  })
  const text = select('article', tree) ?? select('main', tree)
  text?.children.unshift(...nodesOf(insert))
  return toHtml(tree, {allowDangerousHtml: true})
}

/** What is of use only where a server sent the page. */
function isOfServer({tagName, properties}: Element): boolean {
  if (tagName === 'script') return !search.test(String(properties['src'] ?? ''))
  if (tagName === 'meta') return properties['httpEquiv'] !== undefined
  if (tagName !== 'link') return false
  const rel = [properties['rel']].flat().join(' ')
  return /canonical|alternate|manifest|preconnect|prefetch|preload/.test(rel)
}

function relink(node: Element, name: (typeof addresses)[number], path: string, fileOf: FileOf) {
  const address = node.properties[name]
  if (typeof address !== 'string' || !address.startsWith('/') || address.startsWith('//')) return
  const [, target, rest] = /^\/([^?#]*)(.*)$/.exec(address)!
  const file = fileOf(decodeURI(target!))
  // What is not in the bundle, such as the status of the offline copy, is no link there.
  if (file) node.properties[name] = relativeUrl(path, file) + rest
  else delete node.properties[name]
}

/** The way from one file to another, both below the same folder. */
export function relativeUrl(from: string, to: string): string {
  const up = '../'.repeat(from.split('/').length - 1)
  return encodeURI(up + to)
}

function nodesOf(html: string): Root['children'] & Element[] {
  return fromHtml(html, {fragment: true}).children as Element[]
}
