import type {FootnoteDefinition, FootnoteReference} from 'mdast'
import {array, call, code} from '../typst/call.ts'
import type {Writer} from './writer.ts'

/** A note at the foot of the page; later references repeat its number. */
export function footnoteReference(node: FootnoteReference, writer: Writer): string {
  const definition = writer.state.footnotes.get(node.identifier)
  if (!definition || writer.scope.heading)
    return writer.string(`[${node.label ?? node.identifier}]`, node)
  const id = `^${node.identifier}`
  const label = writer.claim(id)
  if (label === undefined) return call('footnote-again', [`${writer.page.path}#${id}`])
  // A note of one paragraph stands beside its number; blocks would start below it.
  const tight = definition.children.length === 1
  const content = writer.inside({tight, narrow: false}).flow(definition.children)
  return call('note', [code(content)], {label})
}

/** A note nobody refers to is printed where it stands; the others are at the foot of a page. */
export function footnoteDefinition(node: FootnoteDefinition, writer: Writer): string {
  if (writer.state.references.has(node.identifier)) return ''
  const content = writer.flow(node.children)
  const term = array([writer.string(`[${node.label ?? node.identifier}]`, node)])
  return call('definitions', [code(array([term, content]))])
}
