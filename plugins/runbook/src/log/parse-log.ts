import type {Answer, Given} from '../machine/state.ts'
import {freeze} from '../machine/state.ts'
import type {Entry, EntryKind, Leg, Log} from './log.ts'

/** A log, if the text is one, and what of it was left out, each a sentence. */
export interface ParsedLog {
  readonly log?: Log
  readonly problems: readonly string[]
}

const longest = 8_000_000
const mostEntries = 10_000
const kinds: readonly EntryKind[] = [
  'start',
  'answer',
  'back',
  'run',
  'evidence',
  'note',
  'changed',
]

/**
 * Reads a log from its JSON. It is untrusted: only what has the right shape is taken, without
 * control characters (a terminal would obey them) and marks that turn the direction of text.
 */
export function parseLog(text: string): ParsedLog {
  if (text.length > longest) return {problems: [`The log is longer than ${longest} characters`]}
  const data = parseJson(text)
  if (!isRecord(data) || data.format !== 'handrail-log') return {problems: ['This is no log']}
  if (data.formatVersion !== 1) return {problems: ['This log was written by a newer version']}
  const problems: string[] = []
  const log: Log = {
    format: 'handrail-log',
    formatVersion: 1,
    legs: readAll(data.legs, 'leg', readLeg, problems),
    entries: readAll(data.entries, 'entry', readEntry, problems),
  }
  return freeze({log, problems})
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function readAll<T>(
  data: unknown,
  name: string,
  read: (one: Fields) => T | undefined,
  problems: string[],
): T[] {
  const list = Array.isArray(data) ? (data as unknown[]) : []
  if (list.length > mostEntries)
    problems.push(`Only the first ${mostEntries} were read of: ${name}`)
  return list.slice(0, mostEntries).flatMap((one, index) => {
    const taken = isRecord(one) ? read(one) : undefined
    if (taken === undefined) problems.push(`Left out, as it cannot be read: ${name} ${index + 1}`)
    return taken === undefined ? [] : [taken]
  })
}

type Fields = Readonly<Record<string, unknown>>

function readLeg(fields: Fields): Leg | undefined {
  const {runbook, title, version} = readTexts(fields, ['runbook', 'title', 'version'])
  if (!runbook || title === undefined || version === undefined) return undefined
  const answers = Array.isArray(fields.answers) ? (fields.answers as unknown[]) : []
  return {
    runbook,
    title,
    version,
    given: readGiven(fields.given),
    answers: answers.slice(0, mostEntries).flatMap((answer) => readAnswer(answer) ?? []),
  }
}

function readGiven(data: unknown): Given {
  if (!isRecord(data)) return {}
  const {step} = readTexts(data, ['step'])
  return {
    ...(isRecord(data.hosts) && {hosts: readNames(data.hosts)}),
    ...(isRecord(data.roles) && {roles: readNames(data.roles)}),
    ...(isRecord(data.values) && {values: readNames(data.values)}),
    ...(step && {step}),
  }
}

function readAnswer(data: unknown): Answer | undefined {
  if (!isRecord(data)) return undefined
  const {step, choice} = readTexts(data, ['step', 'choice'])
  if (!step || !choice) return undefined
  return {
    step,
    choice,
    ...(isRecord(data.roles) && {roles: readNames(data.roles)}),
    ...(typeof data.waited === 'number' && Number.isFinite(data.waited) && {waited: data.waited}),
  }
}

function readEntry(fields: Fields): Entry | undefined {
  const kind = kinds.find((one) => one === fields.kind)
  const {at, runbook, step, ...rest} = readTexts(fields, [
    'at',
    'by',
    'runbook',
    'step',
    'title',
    'version',
    'host',
    'choice',
    'text',
  ])
  if (!kind || !runbook || !step || !at || !isTime(at)) return undefined
  const offset = Number.isInteger(fields.offset) ? Math.trunc(fields.offset as number) : 0
  const {title = step, version = '', ...optional} = rest
  return {
    at,
    offset: Math.abs(offset) <= 1_000 ? offset : 0,
    kind,
    runbook,
    step,
    title,
    version,
    ...optional,
  }
}

function isTime(text: string): boolean {
  return /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(text) && !Number.isNaN(Date.parse(text))
}

/** The fields that are text, cleaned; the others are left out. */
function readTexts<Name extends string>(fields: Fields, names: readonly Name[]) {
  const texts = names.flatMap((name) => {
    const value = Object.hasOwn(fields, name) ? fields[name] : undefined
    return typeof value === 'string' ? [[name, clean(value)] as const] : []
  })
  return Object.fromEntries(texts) as Partial<Record<Name, string>>
}

function readNames(data: unknown): Record<string, string> {
  const pairs = isRecord(data) ? Object.entries(data) : []
  return Object.fromEntries(
    pairs
      .slice(0, 100)
      .flatMap(([name, value]) => (typeof value === 'string' ? [[clean(name), clean(value)]] : [])),
  ) as Record<string, string>
}

function clean(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/(?![\n\t])\p{Cc}|[\u202a-\u202e\u2066-\u2069\u2028\u2029]/gu, '')
}

function isRecord(data: unknown): data is Fields {
  return typeof data === 'object' && data !== null && !Array.isArray(data)
}
