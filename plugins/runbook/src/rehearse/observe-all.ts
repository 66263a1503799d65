import type {Observations} from '../model/condition.ts'
import type {SystemModel} from '../model/system-model.ts'

/** Everything that could be seen now, by a responder who looked at everything. */
export function observeAll<State, Event>(
  model: SystemModel<State, Event>,
  state: State,
): Observations {
  const hosts = model.hosts.map((host) => [host, model.observe(state, host)] as const)
  return {hosts: Object.fromEntries(hosts), cluster: model.observe(state)}
}
