import type {Link, LinkReference} from 'mdast'
import type {Node} from 'unist'
import {toString} from 'mdast-util-to-string'
import {inlinePieces} from '../code/pieces.ts'
import type {Target} from '../target/registry.ts'
import {array, call, code} from '../typst/call.ts'
import {literal} from '../typst/literal.ts'
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
  if (target.kind !== 'address') return toLabel(target.label!, content, writer)
  return toAddress(target.url, toString(node), content, writer)
}

function toLabel(label: string, content: string, writer: Writer): string {
  return call(writer.scope.heading ? 'inner-link' : 'cross-reference', [label, code(content)])
}

function toAddress(url: string, words: string, content: string, writer: Writer): string {
  const shown = url.replace(/^mailto:/, '')
  const spelledOut = words === url || words === shown || `${words}/` === url
  if (spelledOut || writer.scope.heading) return call('address-link', [url, code(content)])
  const address = array(inlinePieces(writer.printable(shown), true).map(literal))
  return call('address-note', [url, code(content), code(address)])
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
  if (!book.options.asset?.(path, page.path)) return undefined
  const site = book.options.siteUrl ?? ''
  return path.startsWith('/') ? site + path : `${site}${page.routes?.[0] ?? `/${page.path}`}`
}
