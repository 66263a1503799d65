import type {Reading, Runbook} from '@handrail/runbook'
import {start, offers} from '@handrail/runbook/machine'
import {wrap} from '../terminal/wrap.ts'

const width = 80

/** A reading for a person: what is so, what cannot be, what was assumed, which runbooks fit. */
export function readingText(reading: Reading, runbooks: readonly Runbook[]): string {
  const {summary, contradictions, assumptions, ignored, understood} = reading
  if (understood.length === 0) return 'Nothing of this was understood.\n'
  const lines = [
    ...summary,
    ...contradictions.map((sentence) => `CANNOT BE: ${sentence}`),
    ...assumptions.map((sentence) => `Assumed: ${sentence}`),
    ...(ignored.length ? [`Not understood: lines ${ignored.join(', ')}.`] : []),
    ...fitting(reading, runbooks),
  ]
  return `${lines.map((line) => wrap(line, width, '  ')).join('\n')}\n`
}

/** Runbooks whose first step has an answer for what was seen; triage leads to the others. */
function fitting({observations}: Reading, runbooks: readonly Runbook[]): string[] {
  const triage = runbooks.find(({name}) => name === 'triage')
  if (!triage) return []
  const {state} = start(triage)
  const suggested = offers(triage, state, observations).find((offer) => offer.suggested)
  const next = suggested?.choice.target.runbook
  return [
    next
      ? `Runbook: ${next} (“${suggested.choice.words}”). handrail run ${next}`
      : 'Runbook: triage. handrail run triage',
  ]
}
