import {evaluate} from '../machine/evaluate.ts'
import type {Plan} from '../model/plan.ts'
import type {Program} from './program.ts'
import type {StateId, StateSpace} from './state-space.ts'

/** Makes the test whether one of a runbook's `covers` holds in a state; what looks alike is judged once. */
export function coverOf(
  {head}: Plan,
  space: StateSpace,
  program: Program,
): (state: StateId) => boolean {
  const known = new Map<number, boolean>()
  const judge = (state: StateId): boolean => {
    const row = space.row(state)
    const sight = (host: string | undefined, key: string) => {
      const cell = program.cell(host ?? 'cluster', key)
      return cell === undefined ? null : row[cell]
    }
    return head.covers.some((condition) => {
      return condition.kind === 'terms' && evaluate(condition, sight, head, {}).holds === 'yes'
    })
  }
  return (state) => {
    const row = space.rowIndex(state)
    const covered = known.get(row) ?? judge(state)
    known.set(row, covered)
    return covered
  }
}
