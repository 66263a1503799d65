import type {ActionSpec, KnownLine} from '@handrail/runbook'
import type {ClusterEvent, HostName} from './event.ts'
import {nearest} from './nearest.ts'

interface Action extends ActionSpec {
  readonly event: (host: HostName) => ClusterEvent
}

/** What no shell does, as an `action` fence says it. */
const table: readonly Action[] = [
  {
    sentence: 'power off HOST',
    effect: 'change',
    doc: 'Cuts its power through the management board or the switch of the rack, and sees that it is off.',
    event: (host) => ({kind: 'power-off', host}),
  },
  {
    sentence: 'power on HOST',
    effect: 'change',
    doc: 'Boots it. keepalived and DRBD start with it.',
    event: (host) => ({kind: 'power-on', host}),
  },
  {
    sentence: 'power on HOST with keepalived held back',
    effect: 'change',
    doc: 'Boots it, at the console, so that keepalived does not start.',
    event: (host) => ({kind: 'power-on', host, keepalived: false}),
  },
  {
    sentence: 'answer yes at the console of HOST',
    effect: 'change',
    doc: 'Ends the wait for the peer at boot.',
    event: (host) => ({kind: 'end-boot-wait', host}),
  },
  {
    sentence: 'answer yes at the console of HOST with keepalived held back',
    effect: 'change',
    doc: 'Ends the wait for the peer at boot, so that keepalived does not start.',
    event: (host) => ({kind: 'end-boot-wait', host, keepalived: false}),
  },
  {
    sentence: 'repair the network',
    effect: 'change',
    doc: 'Brings back both networks between the hosts.',
    event: () => ({kind: 'heal', link: 'both'}),
  },
  {
    sentence: 'repair the heartbeat network',
    effect: 'change',
    doc: 'Brings back the network of the virtual IP between the hosts.',
    event: () => ({kind: 'heal', link: 'heartbeat'}),
  },
  {
    sentence: 'repair the replication network',
    effect: 'change',
    doc: 'Brings back the network DRBD replicates over.',
    event: () => ({kind: 'heal', link: 'replication'}),
  },
  {
    sentence: 'unplug the replication cable',
    effect: 'change',
    doc: 'Keeps the hosts from meeting in DRBD until somebody has decided whose data is kept.',
    event: () => ({kind: 'cut', link: 'replication'}),
  },
  {
    sentence: 'plug the replication cable in',
    effect: 'change',
    doc: 'Lets the hosts meet in DRBD again.',
    event: () => ({kind: 'heal', link: 'replication'}),
  },
  {
    sentence: 'replace the disk of HOST',
    effect: 'destroy',
    doc: 'A new, empty disk with the same logical volume. Whatever only the old one held is gone.',
    event: (host) => ({kind: 'replace', host, part: 'disk'}),
  },
  {
    sentence: 'replace HOST with a new machine',
    effect: 'destroy',
    doc: 'A new machine of the same name, installed and configured, powered on, with an empty disk.',
    event: (host) => ({kind: 'replace', host, part: 'host'}),
  },
  {
    sentence: 'make a file system on HOST',
    effect: 'destroy',
    doc: 'An empty file system on `/dev/drbd0` of a Primary, of the type this installation uses. What was there is gone, on both hosts if they are connected.',
    event: (host) => ({kind: 'make-filesystem', host}),
  },
  {
    sentence: 'take a backup of the data on HOST',
    effect: 'change',
    doc: 'Copies the mounted data to another place.',
    event: (host) => ({kind: 'backup', host, verb: 'take'}),
  },
  {
    sentence: 'restore the backup on HOST',
    effect: 'destroy',
    doc: 'Puts the last backup in place of the mounted data.',
    event: (host) => ({kind: 'backup', host, verb: 'restore'}),
  },
  {
    sentence: 'free disk space on HOST',
    effect: 'change',
    doc: 'Removes what is known to be of no use from the full file system: old logs, package caches.',
    event: (host) => ({kind: 'free-space', host}),
  },
  {
    sentence: 'set the split-brain policies of HOST to disconnect',
    effect: 'change',
    doc: 'Writes `disconnect` for all three after-sb settings to its configuration. Counts from its next connect or adjust.',
    event: (host) => ({kind: 'set-policies', host, policies: 'disconnect'}),
  },
  {
    sentence: 'set the split-brain policies of HOST as shipped',
    effect: 'change',
    doc: 'Writes the three after-sb settings that Chef ships. Counts from its next connect or adjust.',
    event: (host) => ({kind: 'set-policies', host, policies: 'shipped'}),
  },
]

/** The sentences, with what they do and what they mean. */
export const actions: readonly ActionSpec[] = table.map(({sentence, effect, doc}) => ({
  sentence,
  effect,
  doc,
}))

const words = (sentence: string): string[] => sentence.trim().replace(/[.!]$/, '').split(/\s+/)

const isHostWord = (word: string, host: string): boolean =>
  word === 'HOST' || word === host || /^<?[A-Z][A-Z0-9_]*>?$/.test(word)

function matches(sentence: string, pattern: string, host: string): boolean {
  const said = words(sentence)
  const wanted = words(pattern)
  return (
    said.length === wanted.length &&
    wanted.every((word, index) =>
      word === 'HOST'
        ? isHostWord(said[index]!, host)
        : word.toLowerCase() === said[index]!.toLowerCase(),
    )
  )
}

const isHost = (host: string): host is HostName => host === 'be1' || host === 'be2'

/**
 * Reads the sentence of an `action` fence carried out on `host`. Case and a final full stop do not
 * matter; at the place of HOST may stand the host, or the name of a role that is bound to it.
 * A sentence without HOST may be carried out elsewhere.
 */
export function action(sentence: string, host: string): KnownLine<ClusterEvent> {
  const known = table.find((entry) => matches(sentence, entry.sentence, host))
  if (!known) return {kind: 'unknown', ...advise(sentence, host)}
  if (!isHost(host) && known.sentence.includes('HOST')) {
    return {kind: 'unknown', advice: 'Say on which of the two hosts it is carried out.'}
  }
  return {kind: 'event', event: known.event(host as HostName), effect: known.effect}
}

function advise(sentence: string, host: string): {advice?: string} {
  const like = nearest(
    sentence,
    table.map((entry) => entry.sentence.replace('HOST', host)),
  )
  return like === undefined ? {} : {advice: `Did you mean “${like}”?`}
}
