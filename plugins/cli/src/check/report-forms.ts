import {type CheckResult, checkRules} from '@handrail/check'
import {formatMessage, includeSites} from 'remark-rst'
import type {Log, PhysicalLocation, Region, ReportingDescriptor, Result} from 'sarif'
import type {VFileMessage} from 'vfile-message'
import {version} from '../version.ts'

export type ReportForm = 'text' | 'json' | 'sarif' | 'github'

type SeverityName = 'error' | 'warning' | 'info'

export type Counts = Record<SeverityName, number>

/** How many messages of each severity there are. */
export function countMessages(messages: readonly VFileMessage[]): Counts {
  const counts: Counts = {error: 0, warning: 0, info: 0}
  for (const message of messages) counts[severityOf(message)]++
  return counts
}

/** A report in a form that a person, a program, a code host or GitHub's runner reads. */
export function reportText(result: CheckResult, form: ReportForm): string {
  return writers[form](result)
}

const writers: Record<ReportForm, (result: CheckResult) => string> = {
  text: ({messages}) => messages.map((message) => `${formatMessage(message)}\n`).join(''),
  json: (result) => `${JSON.stringify(jsonReport(result), null, 2)}\n`,
  sarif: (result) => `${JSON.stringify(sarifReport(result), null, 2)}\n`,
  github: ({messages}) => messages.map((message) => `${githubCommand(message)}\n`).join(''),
}

function severityOf({fatal}: VFileMessage): SeverityName {
  if (fatal) return 'error'
  return fatal === false ? 'warning' : 'info'
}

function jsonReport({pages, messages}: CheckResult): object {
  const {error: errors, warning: warnings, info: infos} = countMessages(messages)
  return {pages: pages.length, errors, warnings, infos, messages: messages.map(jsonMessage)}
}

function jsonMessage(message: VFileMessage): object {
  const {file, ruleId, reason, note} = message
  return {
    file,
    ...rangeOf(message),
    severity: severityOf(message),
    rule: ruleId,
    message: reason,
    ...(note && {note}),
    includedFrom: includeSites(message),
  }
}

interface Range {
  line: number
  column: number
  endLine: number
  endColumn: number
}

function rangeOf({line = 1, column = 1, place}: VFileMessage): Range {
  const end = place && 'end' in place ? place.end : {line, column}
  return {line, column, endLine: end.line, endColumn: end.column}
}

const levels = {error: 'error', warning: 'warning', info: 'note'} as const

/** SARIF 2.1.0, as code hosts take it. */
function sarifReport({messages}: CheckResult): Log {
  const ids = [...new Set(messages.map(({ruleId}) => ruleId ?? 'message'))].sort()
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {driver: {name: 'handrail', version, rules: ids.map(sarifRule)}},
        columnKind: 'utf16CodeUnits',
        results: messages.map(sarifResult),
      },
    ],
  }
}

function sarifRule(id: string): ReportingDescriptor {
  const {doc} = (checkRules as Record<string, {doc?: string}>)[id] ?? {}
  return {id, ...(doc && {shortDescription: {text: doc}})}
}

function sarifResult(message: VFileMessage): Result {
  const {ruleId, reason, note, file} = message
  const {line, column, endLine, endColumn} = rangeOf(message)
  const region = {startLine: line, startColumn: column, endLine, endColumn}
  const related = includeSites(message).map((site) => {
    const [, path, at] = /^(.*):(\d+):\d+$/.exec(site)!
    return {
      physicalLocation: sarifLocation(path!, {startLine: Number(at)}),
      message: {text: 'included from here'},
    }
  })
  return {
    ruleId: ruleId ?? 'message',
    level: levels[severityOf(message)],
    message: {text: note ? `${reason}\n${note}` : reason},
    locations: [{physicalLocation: sarifLocation(file ?? '', region)}],
    ...(related.length && {relatedLocations: related}),
  }
}

function sarifLocation(path: string, region: Region): PhysicalLocation {
  const uri = encodeURI(path).replace(/[?#]/g, encodeURIComponent)
  return {artifactLocation: {uri}, region}
}

const githubNames = {error: 'error', warning: 'warning', info: 'notice'} as const

/** A workflow command: GitHub shows it beside the line. */
function githubCommand(message: VFileMessage): string {
  const {file = '', ruleId, reason, note} = message
  const {line, column, endLine, endColumn} = rangeOf(message)
  const sites = includeSites(message).map((site) => `included from ${site}`)
  const text = [reason, ...sites, ...(note ? [note] : [])].join('\n')
  const properties = {file, line, col: column, endLine, endColumn, title: ruleId ?? ''}
  const list = Object.entries(properties).map(
    ([name, value]) => `${name}=${property(String(value))}`,
  )
  return `::${githubNames[severityOf(message)]} ${list.join(',')}::${data(text)}`
}

function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
}
