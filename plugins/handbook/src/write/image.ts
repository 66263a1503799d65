import type {Code, Image, ImageReference} from 'mdast'
import type {Node} from 'unist'
import {asAny, propertyOf, styleOf, type Figure} from '../tree/nodes.ts'
import {call, code, type Code as Source} from '../typst/call.ts'
import {codeBlock} from './code.ts'
import type {Writer} from './writer.ts'

/** What the compiler can draw. */
const printable = /\.(?:png|jpe?g|gif|svg|webp)$/i

/** A picture within a line of text. */
export function image(node: Image, writer: Writer): string {
  return picture(node, node.url, node.alt, 'inline-picture', writer)
}

export function imageReference(node: ImageReference, writer: Writer): string {
  return picture(node, referenceUrl(node, writer), node.alt, 'inline-picture', writer)
}

/** A picture that stands by itself. */
export function blockImage(node: Image | ImageReference, writer: Writer): string {
  const url = node.type === 'image' ? node.url : referenceUrl(node, writer)
  return picture(node, url, node.alt, 'picture', writer)
}

function referenceUrl(node: ImageReference, writer: Writer): string {
  const definition = writer.state.definitions.get(node.identifier)
  return (definition as unknown as {url?: string} | undefined)?.url ?? ''
}

function picture(
  node: Node,
  url: string,
  alt: string | null | undefined,
  name: string,
  writer: Writer,
): string {
  const words = altText(node, url, alt, writer)
  const asset = findAsset(node, url, writer)
  if (!asset) return missingPicture(node, url, words, writer)
  return call(name, [writer.assetPath(asset)], {
    alt: words,
    width: widthOf(node),
    natural: asset.width,
  })
}

/** What a picture shows in words, and its address if it is on another host. */
function missingPicture(node: Node, url: string, words: string, writer: Writer): string {
  const address = /^(?:https?:)?\/\//.test(url) ? writer.printable(url) : undefined
  return call('missing-picture', [writer.printable(words, node), address])
}

function altText(node: Node, url: string, alt: string | null | undefined, writer: Writer): string {
  if (alt?.trim()) return alt
  writer.report(
    'missingAlt',
    `Unexpected picture \`${url}\` without text, expected a description`,
    node,
  )
  return url.slice(url.lastIndexOf('/') + 1)
}

function findAsset(node: Node, url: string, writer: Writer) {
  const path = url.replace(/^pathname:\/\//, '').replace(/[?#].*$/, '')
  if (/^(?:https?:)?\/\//.test(path)) {
    const reason = `Unexpected picture \`${url}\` on another host, expected a file of the site`
    writer.report('remoteImage', reason, node)
    return undefined
  }
  const asset = writer.book.options.asset?.(path, writer.page.path)
  if (asset && printable.test(asset.file)) return asset
  const expected = asset ? 'png, jpg, gif, webp or svg' : 'a file'
  writer.report('missingImage', `Unexpected picture \`${url}\`, expected ${expected}`, node)
  return undefined
}

/** A width asked for: a share of the line, or CSS pixels, which are three quarters of a point. */
function widthOf(node: Node): Source | undefined {
  const asked = propertyOf(node, 'width') ?? styleOf(node, 'width') ?? ''
  const width = /^([\d.]+)\s*(%|px|em|cm|mm|in|pt)?$/.exec(asked)
  if (!width) return undefined
  const [, number, unit = 'px'] = width
  return code(unit === 'px' ? `${Number(number) * 0.75}pt` : `${number}${unit}`)
}

/** A figure: a picture with its caption and a legend; or code, whose caption stands above it. */
export function figure(node: Figure, writer: Writer): string {
  const children = node.children.map(asAny)
  const caption = children.find((child) => child.type === 'figureCaption')
  const rest = children.filter((child) => child !== caption)
  const words = caption ? writer.phrasing(caption.children ?? []) : 'none'
  if (isCode(rest)) return codeBlock(rest[0], writer, caption && code(words))
  const body = rest.map((child) => figureBody(child, writer))
  return call('illustration', [...body.filter(Boolean).map(code)], {caption: code(words)})
}

function isCode(nodes: readonly Node[]): nodes is [Code] {
  return nodes.length === 1 && nodes[0]!.type === 'code'
}

function figureBody(child: Node, writer: Writer): string {
  return child.type === 'image' ? blockImage(child as Image, writer) : writer.node(child)
}
