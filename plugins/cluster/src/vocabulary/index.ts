import type {SystemVocabulary} from '@handrail/runbook'
import {action, actions} from './actions.ts'
import {command} from './command.ts'
import type {ClusterEvent} from './event.ts'
import {keys} from './keys.ts'

export type {ClusterEvent, DrbdVerb, HostName, Link, PolicyName} from './event.ts'
export {connectionStates, diskStates, roles} from './host-facts.ts'

/** What can be observed, run and done on the cluster: everything authors and pages need of it. */
export const vocabulary: SystemVocabulary<ClusterEvent> = {
  name: 'Two-node DRBD and keepalived cluster',
  hosts: ['be1', 'be2'],
  keys,
  actions,
  command,
  action,
}
