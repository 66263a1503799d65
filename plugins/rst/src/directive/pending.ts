import {Element} from '../tree.ts'
import type {DirectiveCall} from './spec.ts'

/** A place that a transform fills or acts on when the document is complete. */
export function pending(
  call: DirectiveCall,
  transform: string,
  details: Record<string, unknown>,
): Element {
  const element = new Element('pending', {}, [], call.line)
  element.raw = call.blockText()
  element.data = {transform, details}
  call.document.notePending(element)
  return element
}

/** The options that were given, as docutils keeps them: a flag has no value. */
export function pendingDetails(call: DirectiveCall<object>): Record<string, unknown> {
  const details: Record<string, unknown> = {}
  if (call.substitution !== undefined) details['alt'] = call.substitution
  for (const [name, value] of Object.entries(call.options)) {
    details[name] = value === true ? null : value
  }
  return details
}
