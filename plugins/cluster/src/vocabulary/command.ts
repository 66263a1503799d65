import type {ClusterEvent, HostName} from './event.ts'
import {chefServerCtl} from './chef-command.ts'
import {drbdadm, drbdsetup} from './drbd-command.ts'
import {nearest} from './nearest.ts'
import {parseShellLine} from './shell-line.ts'
import {type CommandReader, type Known, read, unknown} from './simple-command.ts'
import {systemCommands} from './system-command.ts'
import type {KnownLine} from '@handrail/runbook'

const byName: Readonly<Record<string, CommandReader>> = {
  ...systemCommands,
  drbdadm,
  drbdsetup,
  'chef-server-ctl': chefServerCtl,
  'private-chef-ctl': chefServerCtl,
}

/** Words that only run the command after them, and the words that are their own. */
const wrappers: Readonly<Record<string, RegExp>> = {
  sudo: /^-[A-Za-z]+$/,
  watch: /^(?:-\S+|[\d.]+)$/,
  timeout: /^(?:-\S+|[\d.]+[smh]?)$/,
  time: /^-p$/,
  nice: /^-\S+$/,
  env: /=/,
}

/** Options of a wrapper that take the next word too. */
const withWord: Readonly<Record<string, RegExp>> = {sudo: /^-[ugh]$/, nice: /^-n$/, watch: /^-n$/}

/** The command itself: without `sudo`, `watch -n1`, assignments and the like. */
export function unwrap(words: readonly string[]): readonly string[] {
  let rest = words
  while (/^[A-Z_]+=/.test(rest[0] ?? '')) rest = rest.slice(1)
  const own = Object.hasOwn(wrappers, rest[0] ?? '') ? wrappers[rest[0]!] : undefined
  if (!own) return rest
  const [wrapper, ...args] = rest
  let at = 0
  while (at < args.length && own.test(args[at]!)) at += withWord[wrapper!]?.test(args[at]!) ? 2 : 1
  return unwrap(args.slice(at))
}

const clusterScript: CommandReader = (args, host) => chefServerCtl([`${args[0]}-recover`], host)

function readerOf(name: string): CommandReader | undefined {
  if (name.endsWith('/cluster.sh')) return clusterScript
  if (name.endsWith('/init.d/drbd'))
    return (args, host) => systemCommands['service']!(['drbd', ...args], host)
  const base = name
    .replace(/^(?:\/usr)?\/s?bin\//, '')
    .replace(/^mkfs\..*/, 'mkfs')
    .replace(/^fsck\..*/, 'fsck')
  return Object.hasOwn(byName, base) ? byName[base] : undefined
}

function simple(words: readonly string[], host: HostName | undefined): Known {
  const [name = '', ...args] = unwrap(words)
  const reader = readerOf(name)
  if (reader) return reader(args, host)
  const like = nearest(name, Object.keys(byName))
  return unknown(like && `Did you mean “${like}”?`)
}

/** Several commands on a line: they may all read; one that changes stands alone. */
function combine(known: readonly Known[]): Known {
  const strange = known.find((one) => one.kind === 'unknown')
  if (strange) return strange
  const changing = known.filter((one) => one.kind === 'event')
  if (changing.length > 0) {
    return known.length === 1
      ? known[0]!
      : unknown('Give a command that changes something a line of its own.')
  }
  return read(...new Set(known.flatMap((one) => (one.kind === 'read' ? one.shows : []))))
}

const isHost = (host: string): host is HostName => host === 'be1' || host === 'be2'

/**
 * Reads one shell line as typed on `host`, with its values filled in; any other host stands for
 * `elsewhere`. A line that reads on a host also shows that the host can be reached.
 */
export function command(line: string, host: string): KnownLine<ClusterEvent> {
  const parsed = parseShellLine(line)
  if (!parsed.ok) return unknown(parsed.advice)
  if (parsed.commands.length === 0) return read()
  const on = isHost(host) ? host : undefined
  const known = combine(parsed.commands.map(({words}) => simple(words, on)))
  return known.kind === 'read' && on ? read('reach', ...known.shows) : known
}
