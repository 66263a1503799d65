import {toString} from 'mdast-util-to-string'
import type {Head, ValueSpec} from '../model/runbook.ts'
import type {Condition} from '../model/condition.ts'
import type {Report} from '../message/rule.ts'
import type {HeadPlaces} from './head-places.ts'
import {parseCondition} from './parse-condition.ts'
import {readRules} from './read-rules.ts'

/** The fields of a page as its front matter or docinfo gives them, by name. */
export type RawHead = Readonly<Record<string, unknown>>

/** Whether a page with this head is meant to be a runbook. */
export function isRunbook(head: RawHead): boolean {
  return head.runbook !== undefined && head.runbook !== false
}

/**
 * Reads the head. Front matter gives lists and records; docinfo gives text, where a list stands with
 * commas and a value as `NAME=DEFAULT PATTERN` or `NAME PATTERN`.
 *
 * @param placeholders hosts where the head names none: those of the system.
 */
export function readHead(
  raw: RawHead,
  placeholders: readonly string[],
  places: HeadPlaces,
  report: Report,
): Head {
  const reportField: FieldReport = (field, reason, note) =>
    report(readRules.headField, reason, {place: places[field] ?? places[''], note})
  const hosts = toList(raw.hosts)
  const names = {hosts: hosts.length > 0 ? hosts : placeholders, roles: toList(raw.roles)}
  if (names.hosts.length !== 2) {
    const note = 'Give the two hosts of the pair names of their own, such as `hosts: [be1, be2]`.'
    reportField('hosts', 'Unexpected head without two hosts, expected `hosts`', note)
  }
  const reviewed = toDate(raw.reviewed)
  if (raw.reviewed !== undefined && !reviewed) {
    const found = toText(raw.reviewed)
    const note = 'The day on which somebody last walked through it, as YYYY-MM-DD.'
    reportField('reviewed', `Unexpected \`reviewed: ${found}\`, expected a date`, note)
  }
  return {
    ...names,
    values: readValues(raw.values, reportField),
    covers: readCovers(raw.covers, names, (problem, text) => {
      const place = places['covers'] ?? places['']
      report(readRules.condition, `Unexpected ${problem}`, {place, note: `In \`covers: ${text}\`.`})
    }),
    unproven: toList(raw.unproven),
    needs: toList(raw.needs),
    ...(raw.time !== undefined && {time: toText(raw.time)}),
    ...(raw.owner !== undefined && {owner: toText(raw.owner)}),
    ...(reviewed && {reviewed}),
  }
}

/** Says what is wrong with a field of the head, and what to do about it. */
type FieldReport = (field: string, reason: string, note: string) => void

function readCovers(
  raw: unknown,
  names: Pick<Head, 'hosts' | 'roles'>,
  report: (problem: string, text: string) => void,
) {
  const conditions: Condition[] = []
  for (const text of toList(raw)) {
    const parsed = parseCondition(text, names)
    if ('value' in parsed) conditions.push(parsed.value)
    else report(parsed.problem, text)
  }
  return conditions
}

function readValues(raw: unknown, report: FieldReport): ValueSpec[] {
  const specs = isRecord(raw) && !isNode(raw) ? recordValues(raw) : toList(raw).map(textValue)
  return specs.filter((spec) => {
    const problem = valueProblem(spec)
    const note = "Such as `RESOURCE: {default: pc0, pattern: '[a-z0-9-]+'}`."
    if (problem) report('values', `Unexpected value \`${spec.name}\`, ${problem}`, note)
    return !problem
  })
}

function recordValues(raw: Record<string, unknown>): ValueSpec[] {
  return Object.entries(raw).map(([name, spec]) => {
    const fields = isRecord(spec) ? spec : {default: spec}
    return {
      name,
      pattern: fields.pattern === undefined ? '' : toText(fields.pattern),
      ...(fields.default !== undefined &&
        fields.default !== null && {default: toText(fields.default)}),
    }
  })
}

function textValue(text: string): ValueSpec {
  const [, name = text, value, pattern = ''] = /^(\w+)(?:=(\S+))?(?:\s+(.+))?$/.exec(text) ?? []
  return {name, pattern: pattern.replace(/^`+|`+$/g, ''), ...(value && {default: value})}
}

function valueProblem({name, pattern}: ValueSpec): string | undefined {
  if (!/^[A-Z][A-Z0-9_]*$/.test(name)) return 'expected a name in capitals such as `RESOURCE`'
  try {
    new RegExp(pattern, 'u')
    return undefined
  } catch {
    return `expected a regular expression as its pattern, not \`${pattern}\``
  }
}

/** A list given as a list, as a bullet list of docinfo, or as text with commas. */
function toList(raw: unknown): string[] {
  if (raw === undefined || raw === null) return []
  if (isNode(raw) && Array.isArray(raw.children)) return nodeList(raw)
  const parts = Array.isArray(raw)
    ? raw.flatMap((part) => (isNode(part) ? toList(part) : toText(part)))
    : splitText(toText(raw))
  return parts.map((part) => part.trim()).filter((part) => part !== '')
}

function nodeList(node: {type: string; children?: unknown}): string[] {
  const children = node.children as readonly unknown[]
  const nested = children.filter(isNode).find((child) => child.type === 'list')
  const list = node.type === 'list' ? node : nested
  return list && Array.isArray(list.children) ? list.children.map(toText) : splitText(toText(node))
}

function splitText(text: string): string[] {
  return text.split(/,\s+/)
}

function toDate(raw: unknown): string | undefined {
  const text =
    raw instanceof Date ? raw.toISOString().slice(0, 10) : raw === undefined ? '' : toText(raw)
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text)) ? text : undefined
}

function toText(raw: unknown): string {
  return (isRecord(raw) || Array.isArray(raw) ? toString(raw) : String(raw)).trim()
}

function isRecord(raw: unknown): raw is Record<string, unknown> {
  return typeof raw === 'object' && raw !== null && !Array.isArray(raw)
}

function isNode(raw: unknown): raw is {type: string; children?: unknown} {
  return isRecord(raw) && typeof raw.type === 'string' && ('children' in raw || 'value' in raw)
}
