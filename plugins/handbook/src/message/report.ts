import type {Node} from 'unist'
import {VFileMessage} from 'vfile-message'
import {asAny} from '../tree/nodes.ts'
import {rules, type RuleName} from './rules.ts'

/** Makes the message of a rule, at the node and in the file in which the node was written. */
export function report(
  rule: RuleName,
  reason: string,
  path: string,
  node?: Node,
  note?: string,
): VFileMessage {
  const {id, severity} = rules[rule]
  const place = node?.position
  const message = new VFileMessage(reason, {
    source: 'handbook',
    ruleId: id,
    ...(place && {place}),
  })
  message.file = (node && asAny(node).data?.file) ?? path
  message.fatal = severity === 'error'
  if (note) message.note = note
  return message
}
