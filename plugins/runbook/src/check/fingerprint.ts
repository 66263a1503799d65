import {contentVersion} from '../model/content-version.ts'
import type {SystemModel} from '../model/system-model.ts'
import {reachStates} from './reach.ts'

/**
 * Tells models apart by how they behave: what is seen and true in every state within one fault, and
 * what every operation makes of it. Texts and the order of code do not count.
 */
export function fingerprint<State, Event>(model: SystemModel<State, Event>): string {
  const {space, states} = reachStates(model, {faults: 1})
  const seen = states.map(({id}) => {
    const operations = space.model.operations(space.state(id))
    const after = operations.flatMap((event) => space.after(id, space.eventIndex(event)))
    const results = after.map((one) =>
      one.kind === 'refused' ? one.code : [space.row(one.to), space.verdict(one.to), one.lost],
    )
    return [space.row(id), space.verdict(id), results]
  })
  return contentVersion(seen)
}
