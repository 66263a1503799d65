import type {Data, Link, PhrasingContent, RootContent, Text} from 'mdast'
import type {Node} from 'unist'
import type {Choice, Command, Plan, Runbook, Step, StepRef} from '@handrail/runbook'
import {planOf} from '@handrail/runbook'
import {guard, start} from '@handrail/runbook/machine'
import {type Texts, whereWords} from './texts.ts'

/** An mdast node of any name that becomes the element `data.hName`. */
export interface Frame extends Node {
  type: 'runbookFrame'
  data: Data & {hName: string; hProperties: Record<string, string | number | boolean | string[]>}
  children: (RootContent | PhrasingContent)[]
}

declare module 'mdast' {
  interface RootContentMap {
    runbookFrame: Frame
  }
  interface BlockContentMap {
    runbookFrame: Frame
  }
}

export interface FrameOptions {
  texts: Texts
  /** Address of a step, in this runbook or another. */
  href(ref: StepRef): string
  /** Title of a step elsewhere; undefined where it is not known. */
  title?(ref: StepRef): string | undefined
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
}

/**
 * Arranges a runbook's mdast for the page: a section a step, each command and each list of choices
 * in an element of its own. The result is the complete document: it reads and links without any
 * script, and the browser element only chooses among its parts.
 */
export function frameRunbook(runbook: Runbook, options: FrameOptions): Frame {
  const sections = runbook.steps.map((step) => stepSection(runbook, step, options))
  const intro = frame('div', {className: ['handrail-intro']}, [...runbook.intro])
  const data: EmbeddedPlan = {
    plan: planOf(runbook),
    texts: options.texts,
    idPrefix: options.idPrefix ?? '',
  }
  return frame('handrail-runbook', {'data-plan': JSON.stringify(data)}, [intro, ...sections])
}

function stepSection(runbook: Runbook, step: Step, options: FrameOptions): Frame {
  const heading = stepHeading(step, options)
  const body = step.body.flatMap((node, index): RootContent[] => {
    const command = step.commands.find((one) => one.node === node)
    if (command) return [commandFrame(runbook, step, command, options.texts)]
    const before = step.commands.find((one) => one.node === step.body[index - 1])
    return before?.expect === undefined ? [node] : [expectedLabel(options.texts), node]
  })
  const choices = step.choices.length ? [choiceList(runbook, step, options)] : []
  const outcome = step.outcome ? [`handrail-${step.outcome}`] : []
  return frame('section', {className: ['handrail-step', ...outcome], 'data-step': step.id}, [
    heading,
    ...body,
    ...choices,
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

function expectedLabel(texts: Texts): RootContent {
  return {
    type: 'paragraph',
    data: {hProperties: {className: ['handrail-expected']}},
    children: [text(texts.expected)],
  }
}

/** What stands for a role's host on a page that nobody has filled in: no host is called that. */
const blank = '________'

function commandFrame(runbook: Runbook, step: Step, command: Command, texts: Texts): Frame {
  const where: RootContent = {
    type: 'paragraph',
    data: {hProperties: {className: ['handrail-where']}},
    children: [text(whereWords(command, texts))],
  }
  const {blocks} = guard(command, start(planOf(runbook)).state.bindings, {blank})
  const code = [...new Set(blocks.map((block) => block.text))].map((value): RootContent => ({
    type: 'code',
    lang: command.kind === 'shell' ? 'sh' : null,
    value,
  }))
  const index = step.commands.indexOf(command)
  return frame('handrail-command', {'data-index': index, 'data-effect': command.effect}, [
    where,
    ...code,
  ])
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
  const link: Link = {
    type: 'link',
    url: options.href(choice.target),
    children: [text(targetTitle(runbook, choice.target, options))],
  }
  return [...choice.label, text(' → '), link]
}

function targetTitle(runbook: Runbook, target: StepRef, options: FrameOptions): string {
  if (target.runbook) return options.title?.(target) ?? target.runbook
  return runbook.steps.find(({id}) => id === target.step)?.title ?? target.step ?? runbook.title
}

function frame(
  hName: string,
  hProperties: Record<string, string | number | boolean | string[]>,
  children: (RootContent | PhrasingContent)[],
): Frame {
  return {type: 'runbookFrame', data: {hName, hProperties}, children}
}

function text(value: string): Text {
  return {type: 'text', value}
}
