import type {Refusal, SystemModel} from '@handrail/runbook'
import {reader} from '../read/index.ts'
import type {ClusterEvent, HostName, PolicyName} from '../vocabulary/event.ts'
import {vocabulary} from '../vocabulary/index.ts'
import {type Setup, apply, outcomes} from './apply.ts'
import {canonical} from './canonical.ts'
import {nextChange} from './clock.ts'
import {describe} from './describe.ts'
import {environment} from './environment.ts'
import {evidence} from './evidence.ts'
import {type FirstSync, healthy} from './healthy.ts'
import {mirror} from './mirror.ts'
import {observe} from './observe.ts'
import {operations} from './operations.ts'
import {print} from './print/index.ts'
import {type Settings, everySetting} from './settings.ts'
import type {ClusterState} from './state.ts'
import {verdict} from './verdict.ts'

export {type Judgement, judge} from './verdict.ts'
export {type Settings, type Ways, everySetting, plainSettings} from './settings.ts'
export type {ClusterState} from './state.ts'

/** How a model of the cluster is to be. */
export interface ClusterOptions {
  /**
   * The split-brain policies the hosts are configured with: what Chef ships, or `disconnect`. Open if
   * absent, as `settings` that do not say it.
   */
  readonly policies?: PolicyName
  /** Heartbeat and replication share one network: `cluster_ipaddress` is not set. Default false. */
  readonly sharedNetwork?: boolean
  /**
   * Whether the cluster was set up by copying one disk to the other (default), or by declaring both
   * equal (`new-current-uuid --clear-bitmap`). Skipped, it leaves no trace in the metadata, and a
   * machine that is new and was forced to be Primary passes for a split brain, not for a stranger.
   */
  readonly firstSync?: FirstSync
  /**
   * Default true: what is faster than any person, as a BACKUP that takes over, has happened when
   * `apply` returns. False: it takes its seconds, which `wait` lets pass; for a rehearsal.
   */
  readonly reflexes?: boolean
  /**
   * What of that which reality leaves open is fixed. The rest stays open, and `outcomes` tells every
   * way an event can go. `every`: one initial state for each combination, and nothing left open.
   */
  readonly settings?: Settings | 'every'
}

/** A model of the cluster. */
export type ClusterModel = SystemModel<ClusterState, ClusterEvent>

const isRefusal = (result: ClusterState | Refusal): result is Refusal =>
  (result as Partial<Refusal>).kind === 'refusal'

const hostName = (host?: string): HostName | undefined =>
  host === 'be1' || host === 'be2' ? host : undefined

/** Makes a model of the two nodes, DRBD between them, keepalived and Chef's scripts. */
export function createCluster(options: ClusterOptions = {}): ClusterModel {
  const {policies, firstSync = 'full', settings = {}} = options
  const setup: Setup = {
    sharedNetwork: options.sharedNetwork ?? false,
    reflexes: options.reflexes ?? true,
  }
  const fixed: Settings = policies ? {policies} : {}
  const all = settings === 'every' ? everySetting(fixed) : [{...settings, ...fixed}]
  const initial = all.map((some): ClusterState => healthy(some, firstSync))
  return {
    ...vocabulary,
    ...reader,
    initial: () => initial,
    environment: (state) => environment(state, setup),
    operations,
    wait: (seconds) => ({kind: 'wait', seconds}),
    nextChange,
    apply: (state, event) => apply(state, event, setup),
    outcomes: (state, event) => outcomes(state, event, setup),
    isRefusal,
    observe: (state, host) => observe(state, hostName(host)),
    print,
    verdict,
    evidence,
    canonical,
    mirror,
    describe,
  }
}

/** The cluster as Chef sets it up, with everything open that reality leaves open. */
export const cluster: ClusterModel = createCluster()
