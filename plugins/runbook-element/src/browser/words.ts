import type {Fact, Misfit, Offer} from '@handrail/runbook/machine'
import {fill, type Texts} from '../texts.ts'
import type {Session} from './session.ts'

/** The texts of a page, and the live region that says what happened. */
export interface Words {
  readonly texts: Texts
  /** BCP 47. */
  readonly language: string
  say(sentence: string): void
}

/** What an offer's judgement rests on: the facts that decided it, or all. */
export function reason({facts, holds}: Offer, session: Session, {texts}: Words): string {
  const telling = facts.filter((fact) => fact.holds === holds)
  const told = telling.length > 0 ? telling : facts
  return told.map((fact) => factInWords(fact, session, texts)).join('; ')
}

/** What nobody has looked at yet, of all that the answers ask about. */
export function lacking(offers: readonly Offer[], session: Session, {texts}: Words): string[] {
  const open = offers.flatMap(({facts}) => facts.filter(({holds}) => holds === 'unknown'))
  return [...new Set(open.map((fact) => factInWords(fact, session, texts)))]
}

function factInWords(fact: Fact, {state}: Session, texts: Texts): string {
  const {host, key, wanted, seen, holds} = fact
  const who = host === undefined ? texts.cluster : (state.bindings.hosts[host] ?? host)
  const id = holds === 'no' && seen === undefined ? 'fact-none' : (`fact-${holds}` as const)
  return fill(texts[id], {who, key, seen: seen ?? '', wanted: wanted.join(' / ')})
}

/** Why an answer, a name or a link was not taken. */
export function misfitInWords(
  {kind, answer, reason: english}: Misfit,
  {plan}: Session,
  texts: Texts,
) {
  if (!answer) return fill(texts['not-taken'], {reason: english})
  const step = plan.steps.find(({id}) => id === answer.step)
  const choice = step?.choices.find(({id}) => id === answer.choice)
  return fill(texts[kind === 'other-host' ? 'unfit-other-host' : 'unfit'], {
    words: choice?.words ?? answer.choice,
    title: step?.title ?? answer.step,
  })
}

/** A time of a log, in UTC, as the responder's clock and calendar have it. */
export function timeInWords(at: string, language: string): string {
  const format = {dateStyle: 'medium', timeStyle: 'short'} as const
  return new Intl.DateTimeFormat(language, format).format(new Date(at))
}
