import type {Point} from 'unist'
import {VFileMessage} from 'vfile-message'
import type {FilePlace, SourcePosition} from '../model/source-position.ts'

/** A kind of message: what the reference lists, and what options can override. */
export interface Rule {
  readonly id: string
  readonly severity: 'error' | 'warning'
  /** What it finds and why that matters, for the reference. */
  readonly doc: string
  /** What to do about it, where a message has nothing closer to say. */
  readonly advice: string
}

/** Where a message points to, and what to do about it. */
export interface Detail {
  readonly place?: SourcePosition | Point | undefined
  /** Advice in the place of the rule's. */
  readonly note?: string | undefined
}

/**
 * Makes the message of a rule: source `runbook`, `fatal` by the rule's severity. Of what an include
 * brought into the page it names the file in which the text stands; `cause` leads from include to
 * include to the page.
 */
export function ruleMessage(rule: Rule, path: string, reason: string, detail: Detail = {}) {
  const {place, note} = detail
  const origin = place && 'origin' in place ? place.origin : undefined
  const message = origin
    ? messageAt(reason, origin, origin.includedFrom)
    : new VFileMessage(reason, {...(place && {place})})
  // One without a place of its own has an empty name, not none.
  message.file ||= path
  message.source = 'runbook'
  message.ruleId = rule.id
  message.fatal = rule.severity === 'error'
  message.note = note ?? rule.advice
  return message
}

function messageAt(reason: string, place: FilePlace, from: readonly FilePlace[]): VFileMessage {
  const {file, line, column} = place
  const [site, ...outer] = from
  const cause = site && messageAt('included from here', site, outer)
  const message = new VFileMessage(reason, {place: {line, column}, ...(cause && {cause})})
  message.file = file
  message.name = `${file}:${line}:${column}`
  return message
}

/** Collects messages: reports one of a rule. */
export type Report = (rule: Rule, reason: string, detail?: Detail) => void
