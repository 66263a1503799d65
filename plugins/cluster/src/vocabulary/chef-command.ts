import type {HostName} from './event.ts'
import {nearest} from './nearest.ts'
import {type CommandReader, type Known, onHost, operands, read, unknown} from './simple-command.ts'

function keepalived(verb: string, host: HostName | undefined): Known {
  if (verb === 'start' || verb === 'once')
    return onHost(host, 'change', (on) => ({kind: 'keepalived', host: on, verb: 'start'}))
  if (verb === 'stop')
    return onHost(host, 'change', (on) => ({kind: 'keepalived', host: on, verb: 'stop'}))
  return unknown(
    'Stop keepalived and start it in two steps: a stop alone hands the virtual IP over.',
  )
}

const services =
  (verb: 'start' | 'stop'): CommandReader =>
  (_args, host) =>
    onHost(host, 'change', (on) => ({kind: 'services', host: on, verb}))

const script =
  (verb: 'master' | 'backup'): CommandReader =>
  (_args, host) =>
    onHost(host, 'change', (on) => ({kind: 'cluster-script', host: on, verb}))

const shows =
  (...keys: readonly string[]): CommandReader =>
  () =>
    read(...keys)

const commands: Readonly<Record<string, CommandReader>> = {
  backup: (_args, host) =>
    onHost(host, 'change', (on) => ({kind: 'backup', host: on, verb: 'take'})),
  'backup-recover': script('backup'),
  'graceful-kill': services('stop'),
  'ha-status': shows('status', 'vip', 'services', 'keepalived'),
  kill: services('stop'),
  'master-recover': script('master'),
  reconfigure: () =>
    unknown(
      'A reconfigure touches everything at once: start what is meant, as in “chef-server-ctl start keepalived”.',
    ),
  restart: services('start'),
  'service-list': shows(),
  'show-config': shows(),
  start: services('start'),
  status: ([, service]) =>
    service === 'keepalived' ? read('keepalived') : read('services', 'keepalived'),
  stop: services('stop'),
  tail: shows(),
  term: services('stop'),
}

/** The commands that act on a single service if one is named. */
const onService = ['start', 'stop', 'restart', 'once', 'term', 'kill', 'graceful-kill', 'hup']

/**
 * `chef-server-ctl COMMAND [SERVICE]`, on Enterprise Chef 11 `private-chef-ctl`. The services stand
 * or fall together in the model: naming one of them is read as naming all.
 */
export function chefServerCtl(args: readonly string[], host: HostName | undefined): Known {
  const words = operands(args)
  const [command, service] = words
  if (command === undefined)
    return unknown('chef-server-ctl needs a command, as in “chef-server-ctl ha-status”.')
  if (service === 'keepalived' && onService.includes(command)) return keepalived(command, host)
  if (Object.hasOwn(commands, command)) return commands[command]!(words, host)
  const like = nearest(command, Object.keys(commands))
  return unknown(like && `Did you mean “chef-server-ctl ${like}”?`)
}
