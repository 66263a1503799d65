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
 * Looks for the shortest sequence of operators' events that can bring the service up, none of which
 * can lose acknowledged work, breadth first.
 */
export function findRepair(space: StateSpace, start: StateId, options: RepairOptions): Repair {
  const before: Before = new Map()
  const seen = new Set([start])
  let level = [start]
  for (let depth = 0; depth <= options.events && level.length > 0; depth++) {
    const good = level.find((id) => space.verdict(id).served)
    if (good !== undefined) return {kind: 'possible', events: wayTo(good, before)}
    if (seen.size > options.states) return {kind: 'undecided'}
    level = level.flatMap((id) => harmless(space, id, before, seen))
  }
  return {kind: 'impossible'}
}

/** How each state was met first. */
type Before = Map<StateId, {readonly from: StateId; readonly event: string}>

/** The states not met before that operators can bring about without losing anything. */
function harmless(space: StateSpace, id: StateId, before: Before, seen: Set<StateId>): StateId[] {
  const found: StateId[] = []
  for (const event of space.model.operations(space.state(id))) {
    const results = space.after(id, space.eventIndex(event))
    if (results.some((result) => result.kind === 'moved' && result.lost.length > 0)) continue
    for (const result of results) {
      if (result.kind === 'refused' || seen.has(result.to)) continue
      seen.add(result.to)
      before.set(result.to, {from: id, event: space.model.describe(event)})
      found.push(result.to)
    }
  }
  return found
}

function wayTo(id: StateId, before: Before): string[] {
  const events: string[] = []
  for (let step = before.get(id); step; step = before.get(step.from)) events.unshift(step.event)
  return events
}
