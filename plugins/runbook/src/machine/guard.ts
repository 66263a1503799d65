import type {PlanCommand} from '../model/plan.ts'
import type {Place} from '../model/runbook.ts'
import {actionSentence} from './action-sentence.ts'
import {isPlainValue} from './check-value.ts'
import {isHostName, shortName} from './host-name.ts'
import {areWholeLines, fillLine, isOneCommand} from './shell.ts'
import type {Bindings} from './state.ts'

/** A command as it is shown and copied for one host. */
export interface GuardedBlock {
  /** The placeholder of the host; absent for `elsewhere` and for a blank to fill in. */
  readonly host?: string
  /** The host's real name, or the blank; empty for `elsewhere`. */
  readonly name: string
  readonly text: string
}

/** What a command becomes with names filled in. */
export interface Guarded {
  /** A block for each host it runs on; empty while something is missing. */
  readonly blocks: readonly GuardedBlock[]
  /** Roles and values that are not bound, or whose value cannot stand where it is asked for. */
  readonly missing: readonly string[]
}

/** How a command is to be shown. */
export interface GuardOptions {
  /** On paper: what stands for a role or value that is not bound, to be filled in by hand. */
  readonly blank?: string
}

const refused = "echo 'wrong host or refused: stop'"

/**
 * The text of a command for every face. A block that changes something runs only on its host:
 *
 *     [ "$(hostname -s)" = be2 ] && { drbdadm secondary pc0; } || echo 'wrong host or refused: stop'
 *
 * Lines that read are given as they are; the sentence of an action names its host. Names in `<…>`
 * are replaced by values, and by the real names of roles and hosts, quoted so that no input changes
 * the command's shape.
 */
export function guard(
  command: PlanCommand,
  bindings: Bindings,
  options: GuardOptions = {},
): Guarded {
  const missing = new Set<string>()
  const nameOf = (name: string) => lookUp(name, bindings) ?? options.blank
  const targets = placeTargets(command.on, bindings, options.blank)
  if (!targets) missing.add((command.on as {name: string}).name)
  const isWhole = areWholeLines(command.lines)
  const lines = command.lines.map((line) => {
    for (const [, name] of line.matchAll(/<([A-Z][A-Z0-9_]*)>/g)) {
      if (nameOf(name!) === undefined) missing.add(name!)
    }
    const {text, unsafe} = fillLine(line, nameOf, isWhole)
    unsafe.forEach((name) => missing.add(name))
    return text
  })
  const blocks = (targets ?? []).map((target) => ({
    ...target,
    text: blockText(command, lines, target, bindings),
  }))
  return {blocks: missing.size > 0 ? [] : blocks, missing: [...missing]}
}

type Target = Omit<GuardedBlock, 'text'>

function placeTargets(
  on: Place,
  bindings: Bindings,
  blank: string | undefined,
): Target[] | undefined {
  if (on.kind === 'elsewhere') return [{name: ''}]
  if (on.kind === 'each')
    return Object.keys(bindings.hosts).flatMap((host) => hostTarget(host, bindings) ?? [])
  const host = on.kind === 'host' ? on.name : bindings.roles[on.name]
  const target = host === undefined ? undefined : hostTarget(host, bindings)
  if (target) return [target]
  return blank === undefined ? undefined : [{name: blank}]
}

function hostTarget(host: string, {hosts}: Bindings): Target | undefined {
  const name = hosts[host] ?? host
  return isHostName(name) ? {host, name} : undefined
}

function lookUp(name: string, {hosts, roles, values}: Bindings): string | undefined {
  const value = values[name] ?? hosts[roles[name] ?? name] ?? roles[name]
  return value !== undefined && isPlainValue(value) ? value : undefined
}

function blockText(
  command: PlanCommand,
  lines: readonly string[],
  target: Target,
  bindings: Bindings,
): string {
  if (command.kind === 'action') return actionSentence(command).replace(/\bHOST\b/g, target.name)
  if (command.effect === 'read') return lines.join('\n')
  const words = lines.filter((line) => !line.startsWith('#')).map(groupLine)
  return `${hostTest(target, bindings)} && { ${words.join(' && ')}; } || ${refused}`
}

/** A line that is more than one command becomes one, so that the next runs only if all went well. */
function groupLine(line: string): string {
  return isOneCommand(line) ? line : `{ ${line}\n}`
}

function hostTest({host, name}: Target, {hosts}: Bindings): string {
  if (host !== undefined || name !== '') return `[ "$(hostname -s)" = ${shortName(name)} ]`
  return Object.values(hosts)
    .filter(isHostName)
    .map((other) => `[ "$(hostname -s)" != ${shortName(other)} ]`)
    .join(' && ')
}
