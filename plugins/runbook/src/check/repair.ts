import type {StateId, StateSpace} from './state-space.ts'

/** Whether operators could restore the service from a state, and how. */
export type Repair =
  | {readonly kind: 'possible'; readonly events: readonly string[]}
  | {readonly kind: 'impossible'}
  /** Not decided: more states would have to be looked through than allowed. */
  | {readonly kind: 'undecided'}

/** How far to look. */
export interface RepairOptions {
  /** The longest sequence of operators' events that counts as a repair. */
  readonly events: number
  /** The most states to look through for one question. */
  readonly states: number
}

/**
 * Looks for the shortest sequence of operators' events that brings the service up without losing
 * acknowledged work, breadth first.
 */
export function findRepair(space: StateSpace, start: StateId, options: RepairOptions): Repair {
  const before = new Map<StateId, {readonly from: StateId; readonly event: string}>()
  const seen = new Set([start])
  let level = [start]
  for (let depth = 0; depth <= options.events; depth++) {
    const good = level.find((id) => space.verdict(id).served)
    if (good !== undefined) return {kind: 'possible', events: wayTo(good, before)}
    if (depth === options.events) return {kind: 'impossible'}
    const next: StateId[] = []
    for (const id of level) {
      if (seen.size > options.states) return {kind: 'undecided'}
      for (const event of space.model.operations(space.state(id))) {
        const result = space.after(id, event)
        if (result.kind === 'refused' || result.lost.length > 0 || seen.has(result.to)) continue
        seen.add(result.to)
        before.set(result.to, {from: id, event: space.model.describe(event)})
        next.push(result.to)
      }
    }
    if (next.length === 0) return {kind: 'impossible'}
    level = next
  }
  return {kind: 'impossible'}
}

function wayTo(
  id: StateId,
  before: ReadonlyMap<StateId, {from: StateId; event: string}>,
): string[] {
  const events: string[] = []
  for (let step = before.get(id); step; step = before.get(step.from)) events.unshift(step.event)
  return events
}
