import type {Code, Nodes, RootContent} from 'mdast'
import type {Command, Effect, Place} from '../model/runbook.ts'
import type {ActionSpec} from '../model/system-model.ts'
import type {Report} from '../message/rule.ts'
import {actionSentence} from '../machine/action-sentence.ts'
import {cautionText} from './caution-text.ts'
import type {Names} from './parse-condition.ts'
import {readRules} from './read-rules.ts'
import {positionOf} from '../model/source-position.ts'

/** What a fence says of itself: the words after its language, or its classes in RST. */
interface FenceOptions {
  readonly on?: string
  readonly effect?: string
  readonly expect: boolean
}

/** What reading commands needs to know of the runbook. */
export interface CommandContext extends Names {
  /** The system's sentences for what no shell does: they know their own effect. */
  readonly actions: readonly ActionSpec[]
  readonly report: Report
}

/**
 * Reads the commands of a step's content, in document order. Every face frames the blocks of a step,
 * so a command stands among them; further inside it is reported and is none.
 */
export function readCommands(content: readonly RootContent[], context: CommandContext): Command[] {
  const commands: Command[] = []
  let caution: string | undefined
  content.forEach((node, index) => {
    caution = cautionIn(node) ?? caution
    for (const inner of innerCommands(node)) reportInner(inner, context)
    if (node.type !== 'code') return
    const options = fenceOptions(node)
    if (options.expect) return attachExpect(commands, node, content[index - 1], context)
    const command = readCommand(node, options, context)
    if (command) commands.push(withCaution(command, caution))
  })
  return commands
}

/** The last caution of a block, which may stand in a list. */
function cautionIn(node: Nodes): string | undefined {
  const own = cautionText(node)
  if (own !== undefined || !('children' in node)) return own
  return (node.children as readonly Nodes[]).map(cautionIn).findLast((text) => text !== undefined)
}

/** Expected output belongs to the command right before it. */
function attachExpect(
  commands: Command[],
  node: Code,
  before: Nodes | undefined,
  {report}: CommandContext,
): void {
  const last = commands.at(-1)
  if (last && last.node === before) commands.splice(-1, 1, {...last, expect: node.value})
  else {
    const reason = 'Unexpected expected output, expected it right after its command'
    report(readRules.expectPlace, reason, {place: positionOf(node)})
  }
}

function innerCommands(node: Nodes): Code[] {
  if (!('children' in node)) return []
  return (node.children as readonly Nodes[]).flatMap((child) => {
    if (child.type !== 'code') return innerCommands(child)
    return isCommandFence(child) && fenceOptions(child).on !== undefined ? [child] : []
  })
}

function reportInner(node: Code, {report}: CommandContext): void {
  const reason = 'Unexpected command inside another block, expected it on its own in the step'
  report(readRules.commandPlace, reason, {
    place: positionOf(node),
  })
}

/** The caution is what is confirmed, so nothing that only reads carries one. */
function withCaution(command: Command, caution: string | undefined): Command {
  return caution === undefined || command.effect === 'read' ? command : {...command, caution}
}

/** Whether a code block claims to be carried out: `sh` or `action`. */
export function isCommandFence(node: Code): boolean {
  return node.lang === 'sh' || node.lang === 'action'
}

/** Reads one fence; none where it says nothing of where it runs, which the lint reports. */
function readCommand(
  node: Code,
  options: FenceOptions,
  context: CommandContext,
): Command | undefined {
  if (!isCommandFence(node) || options.on === undefined) return undefined
  const on = readPlace(options.on, context)
  if (!on) {
    const names = [...context.hosts, ...context.roles, 'each', 'elsewhere'].map(
      (name) => `\`${name}\``,
    )
    const reason = `Unexpected \`on=${options.on}\`, expected one of ${names.join(', ')}`
    context.report(readRules.commandOption, reason, {place: positionOf(node)})
    return undefined
  }
  const lines = logicalLines(node.value)
  const kind = node.lang === 'sh' ? 'shell' : 'action'
  const sentence = kind === 'action' ? actionSentence({lines, on}) : undefined
  const known = context.actions.find((action) => action.sentence === sentence)?.effect
  return {kind, on, effect: readEffect(node, options.effect ?? known, context), lines, node}
}

function readPlace(name: string, {hosts, roles}: Names): Place | undefined {
  if (name === 'each' || name === 'elsewhere') return {kind: name}
  const host = hosts.find((one) => sameName(one, name))
  if (host !== undefined) return {kind: 'host', name: host}
  const role = roles.find((one) => sameName(one, name))
  return role === undefined ? undefined : {kind: 'role', name: role}
}

/** Class names of docutils have lost their case and their underscores. */
function sameName(declared: string, written: string): boolean {
  return declared.toLowerCase().replaceAll('_', '-') === written.toLowerCase().replaceAll('_', '-')
}

/** A fence that does not say what it does is held to change something: it is shown guarded. */
function readEffect(node: Code, effect: string | undefined, {report}: CommandContext): Effect {
  if (effect === 'read' || effect === 'change' || effect === 'destroy') return effect
  const found = effect === undefined ? 'command without `effect`' : `\`effect=${effect}\``
  const reason = `Unexpected ${found}, expected \`read\`, \`change\` or \`destroy\``
  report(readRules.commandOption, reason, {place: positionOf(node)})
  return 'change'
}

/** The lines of a block; one that ends in a backslash goes on in the next. */
function logicalLines(value: string): string[] {
  return value
    .replace(/[ \t]*\\\n[ \t]*/g, ' ')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
}

function fenceOptions(node: Code): FenceOptions {
  const words = (node.meta ?? '').split(/\s+/)
  const properties = (node.data as {hProperties?: {className?: unknown}} | undefined)?.hProperties
  const classes = [properties?.className ?? []].flat().join(' ').split(/\s+/)
  const option = (name: string) => optionOf(words, `${name}=`) ?? optionOf(classes, `${name}-`)
  const [on, effect] = [option('on'), option('effect')]
  return {
    ...(on !== undefined && {on}),
    ...(effect !== undefined && {effect}),
    expect: words.includes('expect') || classes.includes('expect'),
  }
}

function optionOf(words: readonly string[], prefix: string): string | undefined {
  return words.find((word) => word.startsWith(prefix))?.slice(prefix.length)
}
