import type {Entry, Leg, Log, Stamp} from './log.ts'

/** The words of a log, for a ticket in another language. */
export interface LogWords {
  readonly log: string
  readonly runbook: string
  readonly version: string
  readonly hosts: string
  readonly start: string
  readonly back: string
  readonly run: string
  readonly evidence: string
  readonly note: string
  readonly changed: string
}

const english: LogWords = {
  log: 'Log',
  runbook: 'Runbook',
  version: 'version',
  hosts: 'hosts',
  start: 'Begun at',
  back: 'Back to',
  run: 'Run',
  evidence: 'Seen',
  note: 'Note',
  changed: 'The runbook has changed',
}

/** The log as JSON, to continue the session from. */
export function logToJson(log: Log): string {
  return `${JSON.stringify(log, null, 2)}\n`
}

/** The log as Markdown for a ticket: nothing in it can become markup of the ticket's. */
export function logToMarkdown(log: Log, words: LogWords = english): string {
  const parts = [
    `# ${words.log}`,
    ...log.legs.map((leg) => legText(leg, words)),
    ...log.entries.map((entry) => entryText(entry, words)),
  ]
  return `${parts.join('\n\n')}\n`
}

function legText({runbook, title, version, given}: Leg, words: LogWords): string {
  const hosts = Object.entries(given.hosts ?? {}).map(
    ([placeholder, name]) => `${placeholder} = ${name}`,
  )
  const named = hosts.length > 0 ? `; ${words.hosts}: ${hosts.join(', ')}` : ''
  return inline(`${words.runbook}: ${title} (${runbook}), ${words.version} ${version}${named}`)
}

function entryText(entry: Entry, words: LogWords): string {
  const who = entry.by ? `, ${inline(entry.by)}` : ''
  const line = `- ${timeText(entry)}${who}: ${saying(entry, words)}`
  const fenced = entry.text !== undefined && (entry.kind === 'evidence' || entry.kind === 'run')
  return fenced ? `${line}\n\n${fence(entry.text!)}` : line
}

function saying({kind, title, text = '', host}: Entry, words: LogWords): string {
  const step = `**${inline(title)}**`
  if (kind === 'answer') return `${step} → ${inline(text)}`
  const on = host === undefined ? '' : ` (${inline(host)})`
  if (kind === 'start' || kind === 'back') return `${words[kind]} ${step}`
  const said = kind === 'note' || kind === 'changed' ? `: ${inline(text)}` : ''
  return `${words[kind]}${on}, ${step}${said}`
}

/** `2026-11-23 02:14:05 UTC (03:14:05 +01:00)`. */
export function timeText({at, offset}: Stamp): string {
  const local = new Date(Date.parse(at) + offset * 60_000).toISOString()
  const sign = offset < 0 ? '-' : '+'
  const [hours, minutes] = [Math.floor(Math.abs(offset) / 60), Math.abs(offset) % 60].map(two)
  const day = local.slice(0, 10) === at.slice(0, 10) ? '' : `${local.slice(0, 10)} `
  return `${at.slice(0, 10)} ${at.slice(11, 19)} UTC (${day}${local.slice(11, 19)} ${sign}${hours}:${minutes})`
}

function two(number: number): string {
  return String(number).padStart(2, '0')
}

/** Text on one line, every sign that could be markup escaped. */
function inline(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/[\\`*_{}[\]<>#|~@&!$^]/g, String.raw`\$&`)
    .trim()
}

/** A block of code, indented into its list item, with a fence longer than any inside. */
function fence(text: string): string {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([run]) => run.length))
  const marks = '`'.repeat(longest + 1)
  return [marks, ...text.replace(/\n+$/, '').split('\n'), marks]
    .map((line) => `  ${line}`)
    .join('\n')
}
