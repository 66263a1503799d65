import type {Root} from 'mdast'
import type {VFileMessage} from 'vfile-message'
import type {Choice, OutcomeKind, Runbook, Step} from '../model/runbook.ts'
import type {SystemVocabulary} from '../model/system-model.ts'
import {ruleMessage, type Report} from '../message/rule.ts'
import {contentVersion} from '../model/content-version.ts'
import {readCommands, type CommandContext} from './read-commands.ts'
import {reportBrokenChoices, splitChoices, type ChoiceContext} from './read-choices.ts'
import {headPlaces, type HeadPlaces} from './head-places.ts'
import {readHead, type RawHead} from './read-head.ts'
import {linkReader} from './read-link.ts'
import {readRules} from './read-rules.ts'
import {splitPage, type Section} from './split-page.ts'
import {positionOf} from '../model/source-position.ts'

/** A page to be read as a runbook. */
export interface RunbookSource {
  /** The page, from Markdown (GFM, front matter, directives) or from RST. */
  readonly root: Root
  /** Its front matter as data, or its docinfo: field name to text, data or mdast. */
  readonly head: RawHead
  /** As messages name it; its base name without the ending is the runbook's name. */
  readonly path: string
  /** BCP 47; `en` if absent. */
  readonly language?: string
  /** The outcome words of the page's language; the English ones are always read. */
  readonly outcomeWords?: Readonly<Partial<Record<OutcomeKind, string>>>
  /** The same runbook in the default language: a translation takes the ids of its steps and choices. */
  readonly original?: Runbook
  /** Names of all runbooks, where some are in other folders than this one. */
  readonly runbooks?: ReadonlySet<string>
  /** Supplies the hosts of a head that names none, and what its actions do. */
  readonly vocabulary?: Pick<SystemVocabulary, 'hosts' | 'actions'>
}

/** A runbook if the page has at least one step, and everything there is to say about it. */
export interface ReadResult {
  readonly runbook?: Runbook
  readonly messages: readonly VFileMessage[]
}

/** Reads a page as a runbook. Never throws; what cannot be read is a message. */
export function readRunbook(source: RunbookSource): ReadResult {
  const messages: VFileMessage[] = []
  const report: Report = (rule, reason, detail) =>
    messages.push(ruleMessage(rule, source.path, reason, detail))
  const runbook = buildRunbook(source, report)
  return {...(runbook && {runbook}), messages}
}

function buildRunbook(source: RunbookSource, report: Report): Runbook | undefined {
  const page = splitPage(source.root)
  const name = baseName(source.path)
  if (page.sections.length === 0) {
    const reason = 'Unexpected runbook without a step, expected a second-level heading'
    report(readRules.noStep, reason, {place: positionOf(source.root)})
    return undefined
  }
  const places = headPlaces(source.root)
  checkName(source, name, places, report)
  const head = readHead(source.head, source.vocabulary?.hosts ?? [], places, report)
  const names = {hosts: head.hosts, roles: head.roles}
  const ids = stepIds(page.sections, source.original)
  const choices = {
    ...names,
    report,
    stepIds: ids,
    readLink: linkReader(name, source.root, source.runbooks ?? new Set()),
  }
  const commands = {...names, report, actions: source.vocabulary?.actions ?? []}
  const words = outcomeWords(source.outcomeWords)
  const steps = page.sections.map((section, index) =>
    readStep(section, index, {
      id: ids.get(section.id)!,
      words,
      original: source.original?.steps[index],
      choices,
      commands,
    }),
  )
  const title = page.title ?? (typeof source.head.title === 'string' ? source.head.title : name)
  const content = {title, head, intro: page.intro, steps}
  return {
    ...content,
    steps: source.original ? translateSteps(steps, source.original, report) : steps,
    name,
    headPlaces: places,
    language: source.language ?? 'en',
    version: contentVersion(content),
    path: source.path,
  }
}

function checkName({head}: RunbookSource, name: string, places: HeadPlaces, report: Report): void {
  if (head.runbook === name || head.runbook === undefined) return
  const reason = `Unexpected \`runbook: ${String(head.runbook)}\`, expected \`${name}\`, the base name of the file`
  report(readRules.runbookName, reason, {place: places['runbook'] ?? places['']})
}

/** Base name of a path without its ending. */
export function baseName(path: string): string {
  return path.replace(/^.*[/\\]/, '').replace(/\.\w+$/, '')
}

function stepIds(sections: readonly Section[], original: Runbook | undefined): Map<string, string> {
  const ids = new Map<string, string>()
  sections.forEach(({id}, index) => ids.set(id, original?.steps[index]?.id ?? id))
  for (const {id} of original?.steps ?? []) if (!ids.has(id)) ids.set(id, id)
  return ids
}

const englishWords: readonly (readonly [string, OutcomeKind])[] = [
  ['done', 'done'],
  ['serving', 'serving'],
  ['escalate', 'escalate'],
]

function outcomeWords(own: RunbookSource['outcomeWords'] = {}): Map<string, OutcomeKind> {
  const translated = Object.entries(own).map(([kind, word]) => [word.toLowerCase(), kind] as const)
  return new Map([...englishWords, ...(translated as [string, OutcomeKind][])])
}

interface StepContext {
  readonly id: string
  readonly words: ReadonlyMap<string, OutcomeKind>
  /** The step of which this is the translation. */
  readonly original: Step | undefined
  readonly choices: ChoiceContext
  readonly commands: CommandContext
}

function readStep(section: Section, index: number, context: StepContext): Step {
  const position = positionOf(section.heading)
  const {body, choices} = splitChoices(section.content, context.id, context.choices)
  const outcome = outcomeOf(section.title, context)
  if (!outcome && choices.length === 0) reportBrokenChoices(body, context.choices)
  return {
    id: context.id,
    number: index + 1,
    title: section.title,
    heading: section.phrasing,
    body,
    commands: readCommands(body, context.commands),
    choices,
    ...(outcome && {outcome}),
    ...(position && {position}),
  }
}

/** What the word before the colon promises; a word of another language, what the original promises. */
function outcomeOf(title: string, {words, original}: StepContext): OutcomeKind | undefined {
  const [, word] = /^([^:：]+)[:：]/u.exec(title) ?? []
  return word === undefined
    ? undefined
    : (words.get(word.trim().toLowerCase()) ?? original?.outcome)
}

/** A translation keeps the graph: the same steps and choices in the same order, under the same ids. */
function translateSteps(steps: readonly Step[], original: Runbook, report: Report): Step[] {
  if (steps.length !== original.steps.length) {
    const reason = `Unexpected ${steps.length} steps, expected the ${original.steps.length} of \`${original.path}\``
    report(readRules.translation, reason, {place: steps.at(-1)?.position})
  }
  return steps.map((step, index) => {
    const same = original.steps[index]
    if (!same) return step
    if (!sameShape(step, same)) {
      const reason = `Unexpected choices or commands of step ${step.number}, expected those of \`${same.id}\` in \`${original.path}\``
      report(readRules.translation, reason, {place: step.position})
      return step
    }
    return {
      ...step,
      choices: step.choices.map((choice, at) => ({...choice, id: same.choices[at]!.id})),
    }
  })
}

function sameShape(a: Step, b: Step): boolean {
  return JSON.stringify(shapeOf(a)) === JSON.stringify(shapeOf(b))
}

function shapeOf({commands, choices, outcome}: Step) {
  return {
    outcome,
    choices: choices.map(({condition, bindings, wait, target}: Choice) => [
      condition,
      bindings,
      wait,
      target,
    ]),
    commands: commands.map(({kind, on, effect, lines}) => [
      kind,
      on,
      effect,
      kind === 'shell' && lines,
    ]),
  }
}
