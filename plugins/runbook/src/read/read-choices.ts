import GithubSlugger from 'github-slugger'
import {toString} from 'mdast-util-to-string'
import type {List, ListItem, PhrasingContent, RootContent} from 'mdast'
import type {Binding, Choice, StepRef, Wait} from '../model/runbook.ts'
import type {Condition} from '../model/condition.ts'
import type {Report} from '../message/rule.ts'
import {parseCondition, type Names} from './parse-condition.ts'
import type {LinkReader, StepLink} from './read-link.ts'
import {readRules} from './read-rules.ts'
import {positionOf, type SourcePosition} from '../model/source-position.ts'

/** What reading choices needs to know of the runbook. */
export interface ChoiceContext extends Names {
  readonly readLink: LinkReader
  /** A step's id in the default language by its id on this page. */
  readonly stepIds: ReadonlyMap<string, string>
  readonly report: Report
}

/** A step's content, cut at its choices. */
export interface SplitContent {
  readonly body: readonly RootContent[]
  readonly choices: readonly Choice[]
}

/** Finds the choices of a step: the last list in which every item ends with a link to a step. */
export function splitChoices(
  content: readonly RootContent[],
  stepId: string,
  context: ChoiceContext,
): SplitContent {
  const at = content.findLastIndex((node) => isChoiceList(node, context.readLink))
  if (at === -1) return {body: content, choices: []}
  const after = content.slice(at + 1).filter(({type}) => type !== 'definition')
  if (after[0]) {
    const reason = 'Unexpected text below the choices, expected them at the end of the step'
    context.report(readRules.afterChoices, reason, {place: positionOf(after[0])})
  }
  return {
    body: [...content.slice(0, at), ...content.slice(at + 1)],
    choices: readChoices(content[at] as List, stepId, context),
  }
}

/** Reports the items that keep the list at the end of a step from being its choices. */
export function reportBrokenChoices(
  content: readonly RootContent[],
  {readLink, report}: ChoiceContext,
): void {
  const lists = content.filter((node): node is List => node.type === 'list')
  const items = lists.at(-1)?.children ?? []
  const broken = items.filter((item) => !endLink(item, readLink))
  if (broken.length === items.length) return
  for (const item of broken) {
    const words = toString(item).replace(/\s+/g, ' ').slice(0, 60)
    const reason = `Unexpected item “${words}” without a link to a step at its end, expected a choice`
    report(readRules.choiceLink, reason, {place: positionOf(item)})
  }
}

function isChoiceList(node: RootContent, readLink: LinkReader): node is List {
  return node.type === 'list' && node.children.every((item) => endLink(item, readLink))
}

function endLink(item: ListItem, readLink: LinkReader): StepLink | undefined {
  const last = itemPhrasing(item)?.at(-1)
  return last && readLink(last)
}

/** What an item says, if it says one thing: its only paragraph, without white space at its end. */
function itemPhrasing(item: ListItem): PhrasingContent[] | undefined {
  const [paragraph, ...rest] = item.children
  if (paragraph?.type !== 'paragraph' || rest.length > 0) return undefined
  const last = paragraph.children.at(-1)
  const blank = last?.type === 'text' && last.value.trim() === ''
  return blank ? paragraph.children.slice(0, -1) : paragraph.children
}

function readChoices(list: List, stepId: string, context: ChoiceContext): Choice[] {
  const slugger = new GithubSlugger()
  return list.children.map((item) => {
    const phrasing = itemPhrasing(item)!
    const link = context.readLink(phrasing.at(-1)!)!
    const spans = leadingSpans(phrasing)
    const label = trimLabel(phrasing.slice(spans.length, -1))
    const words = toString(label).trim() || link.text
    const target = readTarget(link, context.stepIds)
    const parts = readSpans(spans.flatMap(spanOf), context)
    if (parts.wait && (target.runbook !== undefined || target.step !== stepId)) {
      const reason = 'Unexpected wait on a link that leads away, expected a link to the same step'
      context.report(readRules.waitTarget, reason, {place: positionOf(item)})
    }
    return {
      id: slugger.slug(words),
      words,
      label: label.length > 0 ? label : linkLabel(phrasing.at(-1)!),
      ...parts,
      target,
      ...placeOf(item),
    }
  })
}

interface Span {
  readonly value: string
  readonly position?: SourcePosition | undefined
}

function spanOf(node: PhrasingContent): Span[] {
  return node.type === 'inlineCode' ? [{value: node.value, position: positionOf(node)}] : []
}

/** The code spans an item begins with, and the blanks around them. */
function leadingSpans(phrasing: readonly PhrasingContent[]): PhrasingContent[] {
  const end = phrasing.findIndex(
    (node) => node.type !== 'inlineCode' && !(node.type === 'text' && node.value.trim() === ''),
  )
  return phrasing.slice(0, end === -1 ? 0 : end)
}

/** The words without the arrow before the link. */
function trimLabel(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  const label = [...nodes]
  const [first, last] = [label[0], label.at(-1)]
  if (last?.type === 'text') {
    const value = last.value.replace(/\s*(?:→|->)?\s*$/u, '')
    label.splice(-1, 1, ...(value.trim() === '' ? [] : [{...last, value}]))
  }
  if (first?.type === 'text' && label[0]?.type === 'text') {
    label[0] = {...label[0], value: label[0].value.trimStart()}
  }
  return label
}

/** The place of a choice, as an optional field. */
function placeOf(item: ListItem) {
  const position = positionOf(item)
  return position && {position}
}

function linkLabel(node: PhrasingContent): PhrasingContent[] {
  return node.type === 'link' || node.type === 'linkReference' ? node.children : [node]
}

function readTarget({page, fragment}: StepLink, stepIds: ReadonlyMap<string, string>): StepRef {
  if (page === undefined) return {step: stepIds.get(fragment!) ?? fragment!}
  return {runbook: page, ...(fragment !== undefined && {step: fragment})}
}

type Parts = Pick<Choice, 'condition' | 'bindings' | 'wait'>
const order = ['condition', 'binding', 'wait'] as const

function readSpans(spans: readonly Span[], context: ChoiceContext): Parts {
  let condition: Condition | undefined
  let bindings: readonly Binding[] = []
  let wait: Wait | undefined
  let last = -1
  for (const span of spans) {
    const kind = spanKind(span.value, context)
    const rank = order.indexOf(kind)
    if (rank <= last) {
      const reason = `Unexpected ${kind} \`${span.value}\`, expected condition, binding, wait, each once and in this order`
      context.report(readRules.choiceSpans, reason, {place: span.position})
      continue
    }
    last = rank
    if (kind === 'condition') condition = readCondition(span, context)
    else if (kind === 'binding') bindings = readBindings(span, context)
    else wait = readWait(span, context)
  }
  return {...(condition && {condition}), bindings, ...(wait && {wait})}
}

function spanKind(text: string, {roles}: Names): (typeof order)[number] {
  if (/^wait\b/.test(text.trim())) return 'wait'
  const lefts = text
    .trim()
    .split(/\s+/)
    .map((part) => /^([\w-]+)=/.exec(part)?.[1])
  const binds = lefts.every(
    (left) => left !== undefined && (roles.includes(left) || /^[A-Z]/.test(left)),
  )
  return binds ? 'binding' : 'condition'
}

function readCondition(span: Span, context: ChoiceContext): Condition | undefined {
  const parsed = parseCondition(span.value, context)
  if ('value' in parsed) return parsed.value
  context.report(readRules.condition, `Unexpected ${parsed.problem}`, {place: span.position})
  return undefined
}

function readBindings(span: Span, {hosts, roles, report}: ChoiceContext): Binding[] {
  return span.value
    .trim()
    .split(/\s+/)
    .flatMap((part) => {
      const [role = '', to = ''] = part.split('=', 2)
      if (roles.includes(role) && (hosts.includes(to) || roles.includes(to))) return [{role, to}]
      const reason = `Unexpected binding \`${part}\`, expected \`ROLE=HOST\` with names of the head`
      report(readRules.binding, reason, {place: span.position})
      return []
    })
}

const seconds: Readonly<Record<string, number>> = {s: 1, min: 60, h: 3600}

function readWait({value, position}: Span, {report}: ChoiceContext): Wait | undefined {
  const wait = parseWait(value)
  if (!wait) {
    const reason = `Unexpected \`${value}\`, expected \`wait TIME max TIME\``
    report(readRules.wait, reason, {place: position})
  }
  return wait
}

/** Reads `wait 10s max 2h`. */
function parseWait(text: string): Wait | undefined {
  const match = /^wait\s+(\d+)(s|min|h)\s+max\s+(\d+)(s|min|h)$/.exec(text.trim())
  if (!match) return undefined
  const [every, max] = [
    Number(match[1]) * seconds[match[2]!]!,
    Number(match[3]) * seconds[match[4]!]!,
  ]
  return every > 0 && max > 0 ? {every, max} : undefined
}
