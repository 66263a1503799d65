import type {DocumentState} from '../document.ts'
import type {Note} from '../message/message.ts'
import {reportedLine} from '../message/reporter.ts'
import type {RuleId, ValuesOf} from '../message/rules.ts'
import {addTo, type Element, type Node, textElement} from '../tree.ts'
import {textElements} from './category.ts'
import {inherit} from './replacements.ts'
import type {Ancestry} from './walk.ts'

export interface ReportOptions {
  /** Knows the block an inline element stands in. */
  ancestry?: Ancestry
  /** What the message holds beside its text. */
  children?: Node[]
  notes?: Note[]
  /** The element whose block docutils names, where that is another one. */
  within?: Element
  /** `null` if docutils names no line at all. */
  reported?: null
}

/**
 * Reports on an element. The writer is shown its place; docutils knows only the line of the block
 * that an inline element stands in.
 */
export function report<Id extends RuleId>(
  document: DocumentState,
  id: Id,
  values: ValuesOf<Id>,
  element: Element,
  {ancestry, children, notes = [], within = element, reported}: ReportOptions = {},
): Element {
  const block = blockOf(within, ancestry)
  const place = element.line ? element : block
  const length = place.raw.split('\n', 1)[0]!.length
  const spot = {
    line: place.line,
    column: place.column,
    ...(length > 0 ? {length} : {}),
    reported: reported === null || isPicture(block) ? null : reportedLine(block),
    notes,
  }
  return document.reporter.report(id, values, spot, children)
}

/** Reports on an element with a message that finds its place in the tree later. */
export function reportLoose<Id extends RuleId>(
  document: DocumentState,
  ...rest: [Id, ValuesOf<Id>, Element, ReportOptions?]
): Element {
  const message = report(document, ...rest)
  document.transformMessages.push(message)
  return message
}

/** A picture that is a link; docutils does not know its line. */
function isPicture({type}: Element): boolean {
  return type === 'reference'
}

/** The nearest element that knows its line, outside of inline markup. */
function blockOf(element: Element, ancestry?: Ancestry): Element {
  let block = element
  let parent = ancestry?.parentOf(block)
  while (parent && (textElements.has(parent.type) || !block.line)) {
    block = parent
    parent = ancestry?.parentOf(block)
  }
  return block
}

/**
 * The `problematic` that takes the place of an element: its source as text, tied to `message`.
 * `own` has it use the element's id instead of one of its own, as docutils does now and then.
 */
export function problematic(
  document: DocumentState,
  element: Element,
  message: Element,
  own?: 'own id',
): Element {
  const refid = document.setId(message)
  const node = textElement('problematic', element.raw, {refid})
  const backref = (own && element.attributes.ids?.[0]) ?? document.setId(node)
  addTo(message, 'backrefs', backref)
  inherit(node, element)
  return node
}
