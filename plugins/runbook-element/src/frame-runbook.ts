import type {Data, Link, PhrasingContent, RootContent, Text} from 'mdast'
import type {Node} from 'unist'
import {
  type Choice,
  type Command,
  type Plan,
  type Runbook,
  type Step,
  type StepRef,
  planOf,
} from '@handrail/runbook'
import {guard, start} from '@handrail/runbook/machine'
import {aboutRunbook} from './about-runbook.ts'
import {alertBlocks} from './alert-blocks.ts'
import {type Danger, dangerWords} from './danger.ts'
import {durationInWords} from './duration-in-words.ts'
import {refusalAnswer} from './refusal-answer.ts'
import {type Texts, fill, whereWords} from './texts.ts'

/** An mdast node of any name that becomes the element `data.hName`. */
export interface Frame extends Node {
  type: 'runbookFrame'
  data: Data & {hName: string; hProperties: Record<string, string | number | boolean | string[]>}
  children: RootContent[]
}

declare module 'mdast' {
  interface RootContentMap {
    runbookFrame: Frame
  }
  interface BlockContentMap {
    runbookFrame: Frame
  }
  interface PhrasingContentMap {
    runbookFrame: Frame
  }
}

export interface FrameOptions {
  texts: Texts
  /** Address of a step, in this runbook or another. */
  href(ref: StepRef): string
  /** Title of a step elsewhere; undefined where it is not known. */
  title?(ref: StepRef): string | undefined
  /** Where to go if nothing fits: the runbook that sorts out what is wrong. */
  misfit?: StepRef
  /** What a model of the system says that the commands of a step can do. */
  danger?(step: string): Danger | undefined
  /** In front of every id, so that a runbook can stand inside another page: `split-brain--`. */
  idPrefix?: string
  /** Added to the depth of every heading. */
  headingShift?: number
}

/** What the browser element reads from the page: the plan and the words it shows. */
export interface EmbeddedPlan {
  plan: Plan
  texts: Texts
  idPrefix: string
  /** Titles of the other runbooks that this one leads to, by name. */
  titles: Readonly<Record<string, string>>
  misfit?: StepRef
}

/**
 * Arranges a runbook's mdast for the page: a section a step, each command and each list of choices
 * in an element of its own. The result is the complete document: it reads and links without any
 * script, and the browser element only chooses among its parts.
 */
export function frameRunbook(runbook: Runbook, options: FrameOptions): Frame {
  const {texts, idPrefix = '', misfit} = options
  const data: EmbeddedPlan = {
    plan: planOf(runbook),
    texts,
    idPrefix,
    titles: titlesOfOthers(runbook, options),
    ...(misfit && {misfit}),
  }
  const intro = [
    ...runbook.intro.flatMap((node) => alertFrame(node)),
    ...aboutRunbook(runbook, texts),
  ]
  return frame('handrail-runbook', {'data-plan': JSON.stringify(data)}, [
    headPlace(runbook, texts),
    frame('div', {className: ['handrail-intro']}, intro),
    ...runbook.steps.map((step) => stepSection(runbook, step, options)),
  ])
}

/**
 * Keeps the place of what the browser element draws above a step, so that nothing moves when it
 * comes. It holds no text: the words are attributes that the style sheet shows.
 */
function headPlace({head: {hosts, roles}}: Runbook, texts: Texts): Frame {
  const labels = hosts.map((host) => frame('span', {'data-text': host}, []))
  const open = frame('i', {'data-text': `${roles.join(', ')}: ${texts['not-bound']}`}, [])
  return frame('div', {className: ['handrail-head'], 'aria-hidden': 'true'}, [
    frame('div', {}, [...labels, ...(roles.length > 0 ? [open] : [])]),
    frame('div', {'data-text': texts['decided-none']}, []),
  ])
}

function titlesOfOthers(runbook: Runbook, {title, misfit}: FrameOptions): Record<string, string> {
  const targets = runbook.steps.flatMap(({choices}) => choices.map(({target}) => target))
  const names = [...targets, ...(misfit ? [misfit] : [])].flatMap(({runbook: name}) => name ?? [])
  const known = [...new Set(names)].map((name) => [name, title?.({runbook: name}) ?? name])
  return Object.fromEntries(known) as Record<string, string>
}

function stepSection(runbook: Runbook, step: Step, options: FrameOptions): Frame {
  const choices = step.choices.length ? [choiceList(runbook, step, options)] : []
  const className = ['handrail-step', ...(step.outcome ? [`handrail-${step.outcome}`] : [])]
  const progress = fill(options.texts.progress, {number: step.number, title: runbook.title})
  return frame('section', {className, 'data-step': step.id, 'data-progress': progress}, [
    stepHeading(step, options),
    ...stepBody(runbook, step, options),
    ...choices,
    ...(options.misfit ? [misfitLine(runbook, options.misfit, options)] : []),
  ])
}

/** Inside another page a step's heading stays out of the contents, which list mdast's headings. */
function stepHeading(step: Step, {idPrefix = '', headingShift = 0}: FrameOptions): RootContent {
  const depth = Math.min(6, 2 + headingShift) as 2
  const hProperties = {id: idPrefix + step.id, tabIndex: -1}
  const children = [...step.heading]
  return idPrefix
    ? frame(`h${depth}`, hProperties, children)
    : {type: 'heading', depth, children, data: {hProperties}}
}

/** What was expected of a command moves into its frame. */
function stepBody(runbook: Runbook, step: Step, options: FrameOptions): RootContent[] {
  const {texts} = options
  const destroys = step.commands.some(({effect}) => effect === 'destroy')
  return step.body.flatMap((node, index): RootContent[] => {
    const command = step.commands.find((one) => one.node === node)
    const next = step.body[index + 1]
    if (command) return [commandFrame(runbook, step, command, options, next)]
    const before = step.commands.find((one) => one.node === step.body[index - 1])
    return before?.expect === undefined ? alertFrame(node, destroys && texts.caution) : []
  })
}

/** The caution of a step that destroys is shown by its command, with names filled in. */
function alertFrame(node: RootContent, title: string | false = false): RootContent[] {
  const blocks = alertBlocks(node)
  if (!blocks) return [node]
  const className = ['handrail-caution', ...(title ? ['handrail-lost'] : [])]
  const heading = title ? [line('handrail-where', title)] : []
  return [frame('div', {className, role: 'note'}, [...heading, ...blocks])]
}

/** What stands for a role's host on a page that nobody has filled in: no host is called that. */
const blank = '________'

function commandFrame(
  runbook: Runbook,
  step: Step,
  command: Command,
  options: FrameOptions,
  next: RootContent | undefined,
): Frame {
  const {texts} = options
  const {blocks} = guard(command, start(planOf(runbook)).state.bindings, {blank})
  const code = [...new Set(blocks.map((block) => block.text))].map((value): RootContent => ({
    type: 'code',
    lang: command.kind === 'shell' ? 'sh' : null,
    value,
  }))
  const index = step.commands.indexOf(command)
  const danger = command.effect === 'read' ? undefined : options.danger?.(step.id)
  return frame('handrail-command', {'data-index': index, 'data-effect': command.effect}, [
    line('handrail-where', whereWords(command, texts)),
    ...code,
    ...(danger ? [slotted('danger', dangerWords(danger, texts).map(paragraph))] : []),
    ...(command.expect === undefined || !next
      ? []
      : [slotted('expected', [line('handrail-expected', texts.expected), next])]),
    ...(command.effect === 'read'
      ? []
      : [line('handrail-refused', refusalWords(step, command, texts))]),
  ])
}

function refusalWords({choices}: Step, command: Command, texts: Texts): string {
  const answer = refusalAnswer(choices, command)
  return answer ? fill(texts.refused, {words: answer.words}) : texts['refused-else']
}

/** A part that the element shows in the place of its slot of this name. */
function slotted(name: string, children: RootContent[]): Frame {
  return frame('div', {slot: name, className: [`handrail-${name}`]}, children)
}

function choiceList(runbook: Runbook, step: Step, options: FrameOptions): Frame {
  const items = step.choices.map((choice) => ({
    type: 'listItem' as const,
    spread: false,
    children: [{type: 'paragraph' as const, children: choiceWords(runbook, choice, options)}],
  }))
  return frame('handrail-choices', {}, [
    {type: 'list', ordered: false, spread: false, children: items},
  ])
}

function choiceWords(runbook: Runbook, choice: Choice, options: FrameOptions): PhrasingContent[] {
  const words = waitWords(choice, runbook.language, options.texts)
  const link = linkTo(runbook, choice.target, options)
  return [...choice.label, frame('span', {className: ['handrail-to']}, [text(`${words} → `), link])]
}

function waitWords({wait}: Choice, language: string, texts: Texts): string {
  if (!wait) return ''
  const [every, max] = [wait.every, wait.max].map((time) => durationInWords(time, language))
  return ` (${fill(texts['wait-static'], {every: every!, max: max!})})`
}

function misfitLine(runbook: Runbook, target: StepRef, options: FrameOptions): RootContent {
  const words = text(`${options.texts['misfit-static']} `)
  return {
    type: 'paragraph',
    data: {hProperties: {className: ['handrail-misfit']}},
    children: [words, linkTo(runbook, target, options), text('.')],
  }
}

/** A link that the browser element finds by the step it leads to, whatever its address becomes. */
function linkTo(runbook: Runbook, target: StepRef, options: FrameOptions): Link {
  const {runbook: name = '', step = ''} = target
  return {
    type: 'link',
    url: options.href(target),
    data: {hProperties: {'data-to': `${name}#${step}`}},
    children: [text(targetTitle(runbook, target, options))],
  }
}

function targetTitle(runbook: Runbook, target: StepRef, options: FrameOptions): string {
  if (target.runbook) return options.title?.(target) ?? target.runbook
  return runbook.steps.find(({id}) => id === target.step)?.title ?? target.step ?? runbook.title
}

function frame(
  hName: string,
  hProperties: Record<string, string | number | boolean | string[]>,
  children: RootContent[],
): Frame {
  return {type: 'runbookFrame', data: {hName, hProperties}, children}
}

function line(className: string, value: string): RootContent {
  return {...paragraph(value), data: {hProperties: {className: [className]}}}
}

function paragraph(value: string): RootContent & {type: 'paragraph'} {
  return {type: 'paragraph', children: [text(value)]}
}

function text(value: string): Text {
  return {type: 'text', value}
}
