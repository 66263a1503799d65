import type {Effect} from '@handrail/runbook'
import type {DrbdVerb, HostName} from './event.ts'
import {nearest} from './nearest.ts'
import {type Known, hasOption, onHost, operands, read, unknown} from './simple-command.ts'

const line = ['cs', 'ro', 'peer-ro', 'ds', 'peer-ds'] as const

/** Commands that only print, and what they show. */
const reading: Readonly<Record<string, readonly string[]>> = {
  role: ['ro', 'peer-ro'],
  state: ['ro', 'peer-ro'],
  cstate: ['cs'],
  dstate: ['ds', 'peer-ds'],
  'get-gi': ['newer'],
  'show-gi': ['newer'],
  // Not connected, the text leaves out what is remembered of the peer's disk.
  status: ['cs', 'ro', 'peer-ro', 'ds'],
  events: line,
  events2: line,
  show: [],
  'show-all': [],
  dump: [],
  'dump-md': [],
  'sh-dev': [],
  'sh-ll-dev': [],
  'sh-resources': [],
  'wait-connect': ['cs'],
  'wait-con-int': ['cs'],
  'wait-sync': ['cs'],
  help: [],
}

const effects: Readonly<Record<DrbdVerb, Effect>> = {
  adjust: 'change',
  attach: 'change',
  connect: 'change',
  'connect-discard': 'destroy',
  'connect-tentative': 'change',
  'create-md': 'destroy',
  detach: 'change',
  disconnect: 'change',
  down: 'change',
  invalidate: 'destroy',
  'invalidate-remote': 'destroy',
  outdate: 'change',
  primary: 'change',
  'primary-force': 'destroy',
  secondary: 'change',
  up: 'change',
  verify: 'change',
  'wipe-md': 'destroy',
}

const isVerb = (verb: string): verb is DrbdVerb => Object.hasOwn(effects, verb)

const force = ['--force', '-f', '--overwrite-data-of-peer', '-o']
const discard = ['--discard-my-data', '-D']
const tentative = ['--tentative', '-t', '--dry-run']

/** The verb with what its options make of it; options stand before or after it (8.3, 8.4). */
function withOptions(verb: string, args: readonly string[]): string {
  if (verb === 'primary' && hasOption(args, ...force)) return 'primary-force'
  if (verb !== 'connect' && verb !== 'net') return verb
  if (hasOption(args, ...discard)) return 'connect-discard'
  return hasOption(args, ...tentative) ? 'connect-tentative' : 'connect'
}

/** The verbs above that are commands of their own, not a command with an option. */
const commands = Object.keys(effects).filter((verb) => !/-(?:force|discard|tentative)$/.test(verb))

function change(name: string, verb: string, host: HostName | undefined): Known {
  if (isVerb(verb)) {
    return onHost(host, effects[verb], (on) => ({kind: 'drbdadm', host: on, verb}))
  }
  const like = nearest(verb, [...Object.keys(reading), ...commands])
  return unknown(like && `Did you mean “${name} ${like}”?`)
}

/** Options that make `drbdadm` say what it would do, and do nothing. */
function onlySays(args: readonly string[]): boolean {
  const before = args.slice(
    0,
    Math.max(
      0,
      args.findIndex((arg) => /^[a-z]/.test(arg)),
    ),
  )
  return hasOption(before, '-d', '--dry-run')
}

/** `drbdadm COMMAND RESOURCE`, and `drbdadm -- OPTION COMMAND RESOURCE` as in 8.3. */
export function drbdadm(args: readonly string[], host: HostName | undefined): Known {
  const [command, resource] = operands(args)
  if (command === undefined)
    return unknown('drbdadm needs a command and a resource, as in “drbdadm role pc0”.')
  const shows = Object.hasOwn(reading, command) ? reading[command] : undefined
  if (shows || onlySays(args)) return read(...(shows ?? []))
  const verb =
    command === 'adjust' && hasOption(args, '-d', '--dry-run')
      ? undefined
      : withOptions(command, args)
  if (verb === undefined) return read()
  if (isVerb(verb) && resource === undefined)
    return unknown(`Name the resource: “drbdadm ${command} pc0”.`)
  return change('drbdadm', verb, host)
}

/** `drbdsetup COMMAND MINOR|RESOURCE` (8.4), `drbdsetup DEVICE COMMAND` (8.3). */
export function drbdsetup(args: readonly string[], host: HostName | undefined): Known {
  const named = operands(args)
  const command = /^(?:\/dev\/|\d)/.test(named[0] ?? '') ? named[1] : named[0]
  if (command === undefined) return unknown('drbdsetup needs a command, as in “drbdsetup status”.')
  const shows = Object.hasOwn(reading, command) ? reading[command] : undefined
  if (shows) {
    const counted = command === 'status' && hasOption(args, '--json')
    return read(...shows, ...(counted ? ['peer-ds', 'oos'] : []))
  }
  return change('drbdsetup', withOptions(command, args), host)
}

/** The init script: `service drbd start`, `systemctl stop drbd`. */
export function drbdService(verb: string | undefined, host: HostName | undefined): Known {
  if (verb === 'status') return read(...line)
  if (verb === 'start')
    return onHost(host, 'change', (on) => ({kind: 'drbdadm', host: on, verb: 'up'}))
  if (verb === 'stop')
    return onHost(host, 'change', (on) => ({kind: 'drbdadm', host: on, verb: 'down'}))
  return unknown(
    'Say “drbdadm up”, “drbdadm down” or “drbdadm adjust” instead: one step at a time.',
  )
}
