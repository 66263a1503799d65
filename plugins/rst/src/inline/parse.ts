import type {Settings} from '../settings.ts'
import {type Element, type Node, Text} from '../tree.ts'
import type {InlineConstruct} from './construct.ts'
import {constructs, implicit} from './index.ts'
import {type InlineContext, type InlineSource, InlineText} from './inline-text.ts'

/** The constructs noticed at a character, by its code. */
const noticed: (readonly InlineConstruct[] | undefined)[] = Array.from({length: 128})
for (const construct of constructs) {
  const code = construct.trigger.charCodeAt(0)
  noticed[code] = [...(noticed[code] ?? []), construct]
}

/** Characters without which a text has neither markup nor escapes nor addresses. */
const special = new Uint8Array(128)
for (const construct of constructs) special[construct.trigger.charCodeAt(0)] = 1
for (const character of '\\:@\0') special[character.charCodeAt(0)] = 1

/** Whether a text is nothing but text, as a look at its characters tells. */
function isPlain(text: string, settings: Settings): boolean {
  if (settings.pep_references || settings.rfc_references) return false
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (code < 128 && special[code] === 1) return false
  }
  return true
}

/**
 * Parses the inline markup of a text into nodes and the messages that belong behind its block.
 * (reStructuredText specification, "Inline Markup".)
 */
export function parseInline(
  context: InlineContext,
  source: InlineSource,
): {nodes: Node[]; messages: Element[]} {
  if (isPlain(source.text, context.document.settings)) {
    return {nodes: source.text === '' ? [] : [new Text(source.text)], messages: []}
  }
  const inline = new InlineText(context, source, implicit)
  const {text} = inline
  for (let at = 0; at < text.length;) {
    const code = text.charCodeAt(at)
    const found = code < 128 ? noticed[code] : undefined
    at = found ? parseAt(inline, found, at) : at + 1
  }
  inline.flush(text.length)
  return {nodes: inline.nodes, messages: inline.messages}
}

/** Parses the first of the constructs that is recognised; returns the index to read on from. */
function parseAt(inline: InlineText, found: readonly InlineConstruct[], at: number): number {
  for (const construct of found) {
    const start = construct.recognise(inline, at)
    if (start >= 0) return construct.parse(inline, start, at)
  }
  return at + 1
}
