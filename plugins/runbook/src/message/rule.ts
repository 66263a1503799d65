import type {Point, Position} from 'unist'
import {VFileMessage} from 'vfile-message'

/** A kind of message: what the reference lists, and what options can override. */
export interface Rule {
  readonly id: string
  readonly severity: 'error' | 'warning'
  /** What it finds and why that matters, for the reference. */
  readonly doc: string
}

/** Where a message points to, and what to do about it. */
export interface Detail {
  readonly place?: Position | Point | undefined
  /** Advice, shown below the message. */
  readonly note?: string
}

/** Makes the message of a rule: source `runbook`, `fatal` by the rule's severity. */
export function ruleMessage(rule: Rule, path: string, reason: string, detail: Detail = {}) {
  const message = new VFileMessage(reason, {
    source: 'runbook',
    ruleId: rule.id,
    ...(detail.place && {place: detail.place}),
  })
  message.file = path
  message.fatal = rule.severity === 'error'
  if (detail.note) message.note = detail.note
  return message
}

/** Collects messages: reports one of a rule. */
export type Report = (rule: Rule, reason: string, detail?: Detail) => void
