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

const triggers = constructs.map((construct) => `\\${construct.trigger}`).join('')

/** Finds the next character at which a construct may be noticed. */
const trigger = new RegExp(`[${triggers}]`, 'g')

/** Characters without which a text has neither markup nor escapes nor addresses. */
const special = new RegExp(`[${triggers}:@\\\\\\0]`)

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
  let at = nextTrigger(inline.text, 0)
  while (at >= 0) at = nextTrigger(inline.text, parseAt(inline, at))
  inline.flush(inline.text.length)
  return {nodes: inline.nodes, messages: inline.messages}
}

function isPlain(text: string, settings: Settings): boolean {
  return !special.test(text) && !settings.pep_references && !settings.rfc_references
}

function nextTrigger(text: string, from: number): number {
  trigger.lastIndex = from
  return trigger.test(text) ? trigger.lastIndex - 1 : -1
}

/** Parses the first of the constructs that is recognised; returns the index to read on from. */
function parseAt(inline: InlineText, at: number): number {
  for (const construct of noticed[inline.text.charCodeAt(at)]!) {
    const start = construct.recognise(inline, at)
    if (start >= 0) return construct.parse(inline, start, at)
  }
  return at + 1
}
