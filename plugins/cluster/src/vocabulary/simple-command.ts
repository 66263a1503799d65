import type {Effect, KnownLine} from '@handrail/runbook'
import type {ClusterEvent, HostName} from './event.ts'

/** What one simple command, already split into words, is to the cluster. */
export type Known = KnownLine<ClusterEvent>

/** Reads the words after a command's name. `host` is absent where the line runs on neither host. */
export type CommandReader = (args: readonly string[], host: HostName | undefined) => Known

export const read = (...shows: readonly string[]): Known => ({kind: 'read', shows})

export const unknown = (advice?: string): Known => ({
  kind: 'unknown',
  ...(advice !== undefined && {advice}),
})

/** An event on the host the line runs on. */
export function onHost(
  host: HostName | undefined,
  effect: Effect,
  event: (host: HostName) => ClusterEvent,
): Known {
  if (host === undefined) return unknown('This changes one of the two hosts: say on which it runs.')
  return {kind: 'event', event: event(host), effect}
}

/** The words that are no options. */
export const operands = (args: readonly string[]): string[] =>
  args.filter((arg) => !/^[-+]/.test(arg))

export const hasOption = (args: readonly string[], ...names: readonly string[]): boolean =>
  args.some((arg) => names.includes(arg.split('=')[0]!))
