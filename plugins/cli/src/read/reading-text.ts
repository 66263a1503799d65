import {diagnose} from '@handrail/cluster/diagnose'
import type {Reading, Runbook} from '@handrail/runbook'
import {wrap} from '../terminal/wrap.ts'

const width = 80

/** A reading for a person: what is so, what it means, what cannot be, and which runbooks fit. */
export function readingText(reading: Reading, runbooks: readonly Runbook[]): string {
  const {contradictions, assumptions, ignored, understood} = reading
  if (understood.length === 0) return 'Nothing of this was understood.\n'
  const {state, meaning, fits} = diagnose(reading, runbooks)
  const lines = [
    ...state,
    ...meaning,
    ...contradictions.map((sentence) => `CONTRADICTION: ${sentence}`),
    ...assumptions.map((sentence) => `Assumed: ${sentence}`),
    ...(ignored.length ? [`Not understood: lines ${ignored.join(', ')}.`] : []),
    ...(fits.length ? [] : ['More must be seen to choose a runbook: handrail run triage']),
    ...fits.map(
      ({runbook, title, stepTitle}) => `Fits: ${title}, “${stepTitle}”: handrail run ${runbook}`,
    ),
  ]
  return `${lines.map((line) => wrap(line, width, '  ')).join('\n')}\n`
}
