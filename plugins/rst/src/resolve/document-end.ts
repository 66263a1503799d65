import {Line} from '../text/line.ts'
import {type Element, isElement} from '../tree.ts'

/** Blocks after which docutils' parser stands beyond the end of the document. */
const readToTheEnd = new Set([
  ...['bullet_list', 'enumerated_list', 'definition_list', 'field_list', 'option_list'],
  'line_block',
])

/**
 * The line docutils names in messages that have none, once all is parsed: the one after the last,
 * or no line, if its parser has read the document's last lines as part of a list or of explicit
 * markup. A target ends at a blank line.
 */
export function endOf(tree: Element): Line | null {
  let last: Element | undefined = tree
  while (last?.type === 'document' || last?.type === 'section') {
    last = last.children.findLast(
      (child) => isElement(child) && child.type !== 'system_message',
    ) as Element | undefined
  }
  if (!last?.line || readToTheEnd.has(last.type)) return null
  const {origin, text, number} = last.line
  const {lines} = origin.source
  const isExplicit = last.type !== 'block_quote' && /^(?:\.\.|__)(?: |$)/.test(text)
  const isShort = last.type === 'target' && number < lines.length && lines[lines.length - 1] === ''
  return isExplicit && !isShort ? null : new Line('', origin, lines.length + 1)
}
