import type {Command, Runbook, Step} from '@handrail/runbook'
import {
  type Guarded,
  type Offer,
  type State,
  guard,
  reasonInWords,
  withNames,
} from '@handrail/runbook/machine'
import {fill, suggestionText, whereText} from '@handrail/runbook-element/texts'
import {blockText, indented} from './block-text.ts'
import type {TerminalTexts} from './words.ts'
import {wrap} from './wrap.ts'

export interface StepTextOptions {
  texts: TerminalTexts
  width: number
  /** For screen readers: blocks begin and end with words instead of signs. */
  plain?: boolean | undefined
  /** Destroying commands whose host's name has been typed. */
  revealed: ReadonlySet<Command>
}

/** The current step as a screen of plain text: where, who is who, what to do, numbered answers. */
export function stepText(
  runbook: Runbook,
  state: State,
  offers: readonly Offer[],
  options: StepTextOptions,
): string {
  const {width, plain, texts} = options
  const step = stepOf(runbook, state)
  const place = fill(texts.progress, {number: step.number, title: runbook.title})
  const line = plain ? [] : ['-'.repeat(Math.min(width, step.title.length))]
  const code = codeWriter(step, state, options)
  return [
    [wrap(place, width), wrap(step.title, width), ...line, namesText(state, options)],
    [blockText(step.body, {width, plain, code})],
    [choicesText(offers, state, options)],
  ]
    .map((lines) => lines.filter(Boolean).join('\n'))
    .filter(Boolean)
    .join('\n\n')
}

/** The step a session stands at, with its text. */
export function stepOf({steps}: Runbook, state: State): Step {
  return steps.find(({id}) => id === state.step)!
}

/** Real names, and hosts of roles, where they are not what the text calls them. */
function namesText({bindings}: State, {texts, width}: StepTextOptions): string {
  const {hosts, roles} = bindings
  const named = Object.entries(hosts).filter(([host, name]) => host !== name)
  const bound = Object.entries(roles).map(([role, host]) => [role, hosts[host] ?? host])
  const all = [...named, ...bound].map(([name, host]) =>
    fill(texts.named, {name: name!, host: host!}),
  )
  return all.length ? wrap(`(${all.join(', ')})`, width) : ''
}

/** The numbered answers; what was seen is said beside the one that fits. */
export function choicesText(
  offers: readonly Offer[],
  state: State,
  {texts, width}: StepTextOptions,
): string {
  return offers
    .map((offer, index) => {
      const mark = offer.gone ? ' x ' : `${index + 1}. `
      const notes = [
        offer.gone && texts[`gone-${offer.gone}`],
        offer.suggested && suggestionText(reasonInWords(offer, state), texts),
      ].filter(Boolean)
      return wrap(
        [mark + withNames(offer.choice.words, state.bindings), ...notes].join(' — '),
        width,
        '   ',
      )
    })
    .join('\n')
}

/** Writes a step's commands as they are to be run, and what they are expected to print. */
function codeWriter(step: Step, state: State, options: StepTextOptions) {
  const expected = new Set(step.commands.map(({expect}) => expect))
  return (node: Command['node']): string | undefined => {
    const command = step.commands.find((one) => one.node === node)
    if (command) return commandText(command, state, options)
    return expected.has(node.value)
      ? block(`${options.texts.expected}:`, node.value, options)
      : undefined
  }
}

function commandText(command: Command, state: State, options: StepTextOptions): string {
  const {texts, width} = options
  const guarded = guard(command, state.bindings)
  const {blocks, missing} = guarded
  const where = whereLine(command, guarded, texts)
  if (missing.length) {
    return `${wrap(where, width)}\n${wrap(fill(texts.missing, {names: missing.join(', ')}), width)}`
  }
  const looksAgain = Object.keys(state.waited).length > 0 && command.effect !== 'read'
  if (looksAgain) return wrap(`${where}. ${texts['only-look']}`, width)
  if (command.effect === 'destroy' && !options.revealed.has(command)) {
    return wrap(`${where}. ${texts['show-command']}`, width)
  }
  const same = blocks.every(({text}) => text === blocks[0]!.text)
  if (same) return block(where, blocks[0]!.text, options)
  return [where, ...blocks.map(({name, text}) => block(name, text, options))].join('\n')
}

/** `Run on VICTIM (db2): changes the system`; for each host, the names of all of them. */
function whereLine(command: Command, {blocks}: Guarded, texts: TerminalTexts): string {
  const {on} = command
  const own = on.kind === 'host' || on.kind === 'role' ? on.name : ''
  const names = blocks.map(({name}) => name).filter((name) => name && name !== own)
  const real = names.length ? ` (${names.join(', ')})` : ''
  const text = whereText(command, texts)
  return own ? fill(text, {host: own + real}) : text.replace(':', `${real}:`)
}

/** Lines to be copied as they stand: never broken, and told from the words around them. */
function block(head: string, text: string, {texts, width, plain}: StepTextOptions): string {
  if (plain) return `${head}\n${text}\n${texts['end-of-block']}`
  return `${wrap(head, width)}\n${indented(text, '    ')}`
}
