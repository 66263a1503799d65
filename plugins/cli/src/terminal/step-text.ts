import type {Command, Runbook} from '@handrail/runbook'
import {type Offer, type State, guard, reasonInWords} from '@handrail/runbook/machine'
import {type Texts, fill, whereWords} from '@handrail/runbook-element/texts'
import {blockText, indented} from './block-text.ts'
import {wrap} from './wrap.ts'

export interface StepTextOptions {
  texts: Texts
  width: number
  /** Destroying commands whose host's name has been typed. */
  revealed: ReadonlySet<Command>
}

/** The current step as a screen of plain text: where, what is asked, commands, numbered choices. */
export function stepText(
  runbook: Runbook,
  state: State,
  offers: readonly Offer[],
  options: StepTextOptions,
): string {
  const {width} = options
  const step = runbook.steps.find(({id}) => id === state.step)!
  const place = fill(options.texts.progress, {number: step.number, title: runbook.title})
  const title = wrap(step.title, width)
  const body = step.body.map((node) => {
    const command = step.commands.find((one) => one.node === node)
    return command ? commandText(command, state, options) : blockText([node], width)
  })
  const choices = offers.map((offer, index) => choiceText(offer, index, state, options))
  return [place, title, '-'.repeat(Math.min(width, step.title.length)), ...gapped(body), ...choices]
    .filter((line) => line !== undefined)
    .join('\n')
}

function gapped(blocks: readonly string[]): string[] {
  return blocks.filter(Boolean).flatMap((block) => [block, ''])
}

function commandText(command: Command, state: State, options: StepTextOptions): string {
  const {texts, width} = options
  const head = wrap(whereWords(command, texts), width)
  const {blocks, missing} = guard(command, state.bindings)
  if (missing.length) {
    return `${head}\n${wrap(fill(texts.missing, {names: missing.join(', ')}), width)}`
  }
  const hidden = command.effect === 'destroy' && !options.revealed.has(command)
  const texts_ = blocks.map((block) => {
    const where = block.name ? `[${block.name}]\n` : ''
    return where + indented(hidden ? '…' : block.text, '    ')
  })
  return [head, ...texts_].join('\n')
}

function choiceText(
  offer: Offer,
  index: number,
  state: State,
  {texts, width}: StepTextOptions,
): string {
  const mark = offer.gone ? ' x ' : `${index + 1}. `
  const notes = [
    offer.gone && texts[`gone-${offer.gone}`],
    offer.suggested && fill(texts.suggested, {reason: reasonInWords(offer, state)}),
  ].filter(Boolean)
  return wrap([mark + offer.choice.words, ...notes].join(' — '), width, '   ')
}
