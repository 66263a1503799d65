import type {Plan} from '../model/plan.ts'

/** Ids of the steps from which no outcome and no other runbook can be reached, in document order. */
export function deadEnds({steps}: Plan): string[] {
  const ends = new Set(steps.filter(({outcome}) => outcome !== undefined).map(({id}) => id))
  for (let before = -1; before !== ends.size;) {
    before = ends.size
    for (const {id, choices} of steps) {
      if (choices.some(({target}) => target.runbook !== undefined || ends.has(target.step ?? '')))
        ends.add(id)
    }
  }
  return steps.map(({id}) => id).filter((id) => !ends.has(id))
}
