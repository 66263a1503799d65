import type {Command, Head, Runbook} from '../model/runbook.ts'
import type {KnownLine, SystemVocabulary} from '../model/system-model.ts'
import {actionSentence} from '../machine/action-sentence.ts'
import {fillLine} from '../machine/shell.ts'

/** A command line as the system knows it on one host. */
export interface HeardLine {
  readonly line: string
  /** Placeholder of the host, or `elsewhere`. */
  readonly host: string
  readonly known: KnownLine<unknown>
}

/**
 * What the lines of a command are to the system, on the hosts they may run on. Hosts that the head
 * calls otherwise than the system are heard as the system's, in order.
 */
export function hearCommand(
  command: Command,
  head: Head,
  vocabulary: SystemVocabulary,
): HeardLine[] {
  return placesOf(command, head).flatMap((host) => {
    const on = vocabulary.hosts[head.hosts.indexOf(host)] ?? host
    if (command.kind === 'action') {
      const line = actionSentence(command)
      return [{line: command.lines.join(' '), host, known: vocabulary.action(line, on)}]
    }
    return command.lines
      .filter((line) => !line.startsWith('#'))
      .map((line) => ({line, host, known: vocabulary.command(fillIn(line, host, head), on)}))
  })
}

/** The placeholders of the hosts a command may run on. */
function placesOf({on}: Command, {hosts}: Head): readonly string[] {
  if (on.kind === 'host') return [on.name]
  return on.kind === 'elsewhere' ? ['elsewhere'] : hosts
}

/** A line with its values, or else the names of the values, and with hosts for roles. */
function fillIn(line: string, host: string, {hosts, roles, values}: Head): string {
  const valueOf = (name: string) => {
    if (roles.includes(name)) return host === 'elsewhere' ? hosts[0] : host
    const value = values.find((spec) => spec.name === name)
    return value ? (value.default ?? name.toLowerCase()) : hosts.find((one) => one === name)
  }
  return fillLine(line, valueOf).text
}

/** Every command of a runbook with its step. */
export function* commandsOf({steps}: Runbook) {
  for (const step of steps) for (const command of step.commands) yield {step, command}
}
