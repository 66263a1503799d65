import type {Plan} from '@handrail/runbook'
import {now, type Output, type Rehearsal} from '@handrail/runbook/rehearse'
import {fill} from '../texts.ts'
import type {RehearsalTexts} from './texts.ts'

/** `Rehearsal 42: Split brain`. */
export function rehearsalTitle(
  {setting: {seed, runbook}}: Rehearsal,
  plans: readonly Plan[],
  texts: RehearsalTexts,
): string {
  const what = plans.find(({name}) => name === runbook)?.title ?? texts['not-told']
  return fill(texts.rehearsal, {seed, what})
}

/** What the responder is told at first: no more than clients and monitors know. */
export function callText({scenario}: Rehearsal, texts: RehearsalTexts): string {
  const {served, redundant, standby} = now({scenario, turns: []}).frames.at(-1)!.verdict
  if (!served) return texts['called-down']
  return texts[redundant && standby ? 'called-well' : 'called-alarm']
}

/** What a console shows: the system's own words, or that a line is none it knows. */
export function outputText(output: Output, texts: RehearsalTexts): string {
  if (output.kind === 'text') return output.text
  const {line} = output
  const advice = output.kind === 'unknown' && output.advice ? ` ${output.advice}` : ''
  return fill(texts[output.kind], {line}) + advice
}
