import {guard, type Bindings, type Command, type GuardedBlock, type Place} from '@handrail/runbook'
import type {Token} from '../code/tokens.ts'
import {array, call, code, type Code} from '../typst/call.ts'
import {fill} from '../words.ts'
import {codeLine} from '../write/code.ts'
import type {Writer} from '../write/writer.ts'
import {blank} from './paper.ts'

/** A command with what it does, where it runs, a box to tick for each host, and what to expect. */
export function commandBox(command: Command, bindings: Bindings, writer: Writer): string {
  const {words} = writer.book
  const parts = commandParts(command, bindings).map(({hosts, text}) =>
    code(
      array([array(hosts.map((host) => writer.string(host))), codeLines(text, command, writer)]),
    ),
  )
  return call('command', parts, {
    effect: command.effect,
    word:
      command.kind === 'action'
        ? `${words.action}: ${words[command.effect]}`
        : words[command.effect],
    place: placeWords(command.on, writer),
    expect: command.expect === undefined ? undefined : code(plainLines(command.expect, writer)),
  })
}

interface Part {
  /** Hosts with a box to tick each; none where the command runs in one place. */
  readonly hosts: readonly string[]
  readonly text: string
}

/** The command's text for its hosts: once, if all of them are given the same. */
function commandParts(command: Command, bindings: Bindings): Part[] {
  const {blocks} = guard(command, bindings, {blank})
  if (blocks.length === 0) return [{hosts: [], text: command.lines.join('\n')}]
  if (command.on.kind !== 'each') return [{hosts: [], text: blocks[0]!.text}]
  const [first] = blocks
  if (blocks.every((block) => block.text === first!.text)) {
    return [{hosts: blocks.map(({name}) => name), text: first!.text}]
  }
  return blocks.map(({name, text}: GuardedBlock) => ({hosts: [name], text}))
}

function codeLines(text: string, command: Command, writer: Writer): string {
  if (command.kind === 'action') return writer.text(text, command.node)
  const source = writer.printable(text, command.node)
  const tokens = writer.book.options.highlight?.(source, 'sh')
  return linesOf(source, 'sh', writer, tokens)
}

function plainLines(text: string, writer: Writer): string {
  return linesOf(writer.printable(text), 'text', writer)
}

function linesOf(
  source: string,
  language: string,
  writer: Writer,
  tokens?: readonly (readonly Token[])[],
): string {
  const lines = source.split('\n')
  return array(lines.map((line, index) => codeLine(line, language, writer, tokens?.[index])))
}

/** Where it runs; a role has a blank for the host's name. */
function placeWords(on: Place, writer: Writer): Code | string {
  const {words} = writer.book
  if (on.kind === 'each') return words.onEach
  if (on.kind === 'elsewhere') return words.onElsewhere
  const host = writer.printable(fill(words.onHost, {host: on.name}))
  return on.kind === 'host' ? host : code(call('with-blank', [`${host} =`]))
}
