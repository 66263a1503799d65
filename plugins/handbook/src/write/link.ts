import type {Link, LinkReference} from 'mdast'
import type {Node} from 'unist'
import {toString} from 'mdast-util-to-string'
import type {Target} from '../target/registry.ts'
import {array, call, code, value, type Value} from '../typst/call.ts'
import {literal} from '../typst/literal.ts'
import {codePieces} from './marks.ts'
import type {Writer} from './writer.ts'

/** A link: to a place in print with its page number, elsewhere with the address in a footnote. */
export function link(node: Link, writer: Writer): string {
  return linkTo(node.url, node, writer)
}

export function linkReference(node: LinkReference, writer: Writer): string {
  const definition = writer.state.definitions.get(node.identifier)
  const {url} = (definition ?? {}) as unknown as {url?: string}
  if (url !== undefined) return linkTo(url, node, writer)
  return call('joined', [literal('['), writer.phrasing(node.children), literal(']')].map(code))
}

function linkTo(url: string, node: Node & {children: Node[]}, writer: Writer): string {
  const content = writer.phrasing(node.children)
  if (content === 'none') return ''
  const target = targetOf(url, node, writer)
  if (target.kind === 'dead' && target.label === undefined) return content
  if (writer.scope.heading) return inHeading(target, content, writer)
  if (writer.scope.literal) return inLiteral(target, content)
  if (target.kind !== 'address') return call('cross-reference', [target.label, code(content)])
  return toAddress(target.url, toString(node), content, writer)
}

/** The words of a heading are repeated in the contents: their addresses stand below it. */
function inHeading(target: Target, content: string, {state}: Writer): string {
  if (target.kind === 'address') state.addresses.push(target.url)
  return content
}

/** In a block of code a link is one only on a screen. */
function inLiteral(target: Target, content: string): string {
  if (target.kind === 'address') return call('address-link', [target.url, code(content)])
  return call('inner-link', [target.label, code(content)])
}

/** The addresses of the links of the heading that was just written. */
export function addressLines(writer: Writer): string[] {
  const addresses = new Set(writer.state.addresses.splice(0))
  return [...addresses].map((url) => call('address-line', [url, addressPieces(url, writer)]))
}

/** The addresses of the links of a table, which stand below it. */
export function tableNotes(urls: readonly string[], writer: Writer): string | undefined {
  if (urls.length === 0) return undefined
  const notes = urls.map((url) => code(array([value(url), value(addressPieces(url, writer))])))
  return call('table-notes', notes)
}

/** An address as it is shown, in pieces between which it may be broken. */
function addressPieces(url: string, writer: Writer): Value {
  return codePieces(writer.printable(url.replace(/^mailto:/, '')), writer)
}

function toAddress(url: string, words: string, content: string, writer: Writer): string {
  const shown = url.replace(/^mailto:/, '')
  const spelledOut = words === url || words === shown || `${words}/` === url
  if (spelledOut) return call('address-link', [url, code(content)])
  const {tableNotes} = writer.scope
  if (!tableNotes) return call('address-note', [url, code(content), addressPieces(url, writer)])
  if (!tableNotes.includes(url)) tableNotes.push(url)
  return call('table-link', [url, code(content), tableNotes.indexOf(url) + 1])
}

/** Where the link leads; a dead one is reported. */
function targetOf(url: string, node: Node, writer: Writer): Target {
  const {page, book} = writer
  const target = book.resolve(url, page)
  if (target.kind !== 'dead') return target
  const download = target.label === undefined && downloadOf(url, writer)
  if (download) return {kind: 'address', url: download}
  const expected = target.label === undefined ? 'a page of the site' : 'an id on that page'
  writer.report('deadLink', `Unexpected link to \`${url}\`, expected ${expected}`, node)
  return target
}

/** The address of a file that is no page: it can be downloaded from the site. */
function downloadOf(url: string, {page, book}: Writer): string | undefined {
  const path = url.replace(/^pathname:\/\//, '')
  if (/\.(?:mdx?|rst)$/.test(path) || !book.options.asset?.(path, page.path)) return undefined
  const site = book.options.siteUrl ?? ''
  return path.startsWith('/') ? site + path : `${site}${page.routes?.[0] ?? `/${page.path}`}`
}
