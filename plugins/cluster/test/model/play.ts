import type {Refusal} from '@handrail/runbook'
import {
  type ClusterEvent,
  type ClusterOptions,
  type ClusterState,
  createCluster,
  plainSettings,
} from '../../src/index.ts'

/** Writes events as people say them: `cut both`, `crash be1`, `be1 drbdadm primary`. */
function event(words: string): ClusterEvent {
  const [first, second = '', third = ''] = words.split(' ')
  const host = first as 'be1' | 'be2'
  switch (first) {
    case 'cut':
    case 'heal':
      return {
        kind: first,
        link: ({repl: 'replication', hb: 'heartbeat', both: 'both'} as const)[second]!,
      }
    case 'write':
      return {kind: 'write'}
    case 'wait':
      return {kind: 'wait', seconds: Number(second)}
    case 'be1':
    case 'be2':
      return onHost(host, second, third)
    case 'on':
      return {kind: 'power-on', host: second as 'be1'}
    default:
      return {kind: first, host: second} as ClusterEvent
  }
}

function onHost(host: 'be1' | 'be2', command: string, argument: string): ClusterEvent {
  switch (command) {
    case 'keepalived':
    case 'services':
      return {kind: command, host, verb: argument as 'start'}
    case 'recover':
      return {kind: 'cluster-script', host, verb: argument as 'master'}
    case 'mount':
    case 'unmount':
      return {kind: command, host}
    case 'snapshot':
    case 'backup':
      return {kind: command, host, verb: argument as 'take'}
    case 'policies':
      return {kind: 'set-policies', host, policies: argument as 'disconnect'}
    case 'replace':
      return {kind: 'replace', host, part: argument as 'disk'}
    default:
      return {kind: 'drbdadm', host, verb: command as 'primary'}
  }
}

/** A cluster with everything fixed, and what happens to it. */
export function play(story: string, options: ClusterOptions = {}) {
  const model = createCluster({settings: plainSettings, ...options})
  let state = model.initial()[0]!
  const refusals: Refusal[] = []
  for (const words of story
    .split(';')
    .map((part) => part.trim())
    .filter(Boolean)) {
    const next = model.apply(state, event(words))
    if (model.isRefusal(next)) refusals.push(next)
    else state = next
  }
  return {model, state, refusals, then: (more: string) => play(`${story};${more}`, options)}
}

/** The tuple that matters for a diagnosis: `WFConnection Primary/Unknown UpToDate/DUnknown oos`. */
export function seen(state: ClusterState, host: 'be1' | 'be2'): string {
  const {observe} = createCluster()
  const {cs, ro, 'peer-ro': peerRo, ds, 'peer-ds': peerDs, oos, reach} = observe(state, host)
  if (reach === 'no') return 'unreachable'
  return ro ? `${cs} ${ro}/${peerRo} ${ds}/${peerDs}${oos === 'some' ? ' oos' : ''}` : cs!
}
