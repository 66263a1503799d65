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

/** A command of a line as it is known; `piped`: it reads what the one before it prints. */
interface Heard {
  readonly known: Known
  readonly piped: boolean
}

/** What the pipes of a line show of which every command is known and reads. */
function shownBy(commands: readonly Heard[]): readonly string[] {
  const pipes: Known[][] = []
  for (const {known, piped} of commands) {
    const pipe = piped ? pipes.at(-1) : undefined
    if (pipe) pipe.push(known)
    else pipes.push([known])
  }
  const shows = pipes.flatMap((pipe) => {
    const shown = pipe.map((known) => (known.kind === 'read' ? known.shows : undefined))
    return shown.includes(undefined) ? [] : shown.flatMap((keys) => keys ?? [])
  })
  return [...new Set(shows)]
}

/** Several commands on a line: they may all read; one that changes stands alone. */
function combine(commands: readonly Heard[]): Known {
  const all = commands.map(({known}) => known)
  const strange = all.find((known) => known.kind === 'unknown')
  const changing = all.find((known) => known.kind === 'event')
  if (changing && !strange) {
    return all.length === 1
      ? changing
      : unknown('Give a command that changes something a line of its own.')
  }
  const shows = shownBy(commands)
  if (!strange) return read(...shows)
  return changing || shows.length === 0 ? strange : {...strange, shows}
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
  const known = combine(
    parsed.commands.map(({words, piped}) => ({known: simple(words, on), piped})),
  )
  if (known.kind === 'event' || known.shows === undefined || !on) return known
  return {...known, shows: ['reach', ...known.shows]}
}
