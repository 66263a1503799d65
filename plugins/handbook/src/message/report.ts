import type {Node} from 'unist'
import {VFileMessage} from 'vfile-message'
import {asAny, type FilePlace} from '../tree/nodes.ts'
import {rules, type RuleName} from './rules.ts'

/**
 * Makes the message of a rule, at the node and in the file in which the node was written; where
 * that is an included one, `cause` leads from include to include to the page.
 */
export function report(
  rule: RuleName,
  reason: string,
  path: string,
  node?: Node,
  note?: string,
): VFileMessage {
  const {id, severity} = rules[rule]
  const origin = node && asAny(node).data?.origin
  const place = origin ?? node?.position
  const cause = origin && includeCause(origin.includedFrom)
  const message = new VFileMessage(reason, {
    source: 'handbook',
    ruleId: id,
    ...(place && {place}),
    ...(cause && {cause}),
  })
  message.file = origin?.file ?? path
  message.fatal = severity === 'error'
  if (note) message.note = note
  return message
}

function includeCause([place, ...outer]: readonly FilePlace[]): VFileMessage | undefined {
  if (!place) return undefined
  const cause = includeCause(outer)
  const message = new VFileMessage('included from here', {place, ...(cause && {cause})})
  message.file = place.file
  message.name = `${place.file}:${place.line}:${place.column}`
  return message
}
