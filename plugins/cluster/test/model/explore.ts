import type {ClusterEvent, ClusterModel, ClusterState} from '../../src/index.ts'

/** Every state that can be reached with at most `faults` faults, by its canonical key. */
export function reachable(
  model: ClusterModel,
  faults: number,
  visit: (state: ClusterState, event: ClusterEvent, next: ClusterState) => void = () => {},
): Map<string, ClusterState> {
  const found = new Map<string, {state: ClusterState; used: number}>()
  const queue: {state: ClusterState; used: number}[][] = Array.from({length: faults + 1}, () => [])
  const add = (state: ClusterState, used: number): void => {
    const key = model.canonical(state)
    const known = found.get(key)
    if (known && known.used <= used) return
    found.set(key, {state, used})
    queue[used]!.push({state, used})
  }
  const follow = (state: ClusterState, event: ClusterEvent, used: number): void => {
    for (const next of model.outcomes!(state, event)) {
      if (model.isRefusal(next)) throw new Error(`${model.describe(event)}: ${next.text}`)
      visit(state, event, next)
      add(next, used)
    }
  }
  for (const state of model.initial()) add(state, 0)
  for (const [faulty, level] of queue.entries()) {
    for (const {state, used} of level) {
      if (found.get(model.canonical(state))!.used < used) continue
      for (const {event, fault} of model.environment(state)) {
        if (!fault || faulty < faults) follow(state, event, used + (fault ? 1 : 0))
      }
    }
  }
  return new Map([...found].map(([key, {state}]) => [key, state]))
}
