import type {Reading, ReadingHints, UnderstoodLine} from '@handrail/runbook'
import {type Attribution, attribute} from './attribution.ts'
import {conclude} from './conclude.ts'
import {inconsistencies} from './consistency.ts'
import {type Placed, gather} from './gather.ts'
import {settleFacts} from './settle-facts.ts'
import {type SourceText, sourceText} from './source-text.ts'
import {summarise} from './summary.ts'

/** Every line a finding or a name covers, each line once. */
function understoodLines(
  source: SourceText,
  findings: readonly Placed[],
  {markers, hostOf}: Attribution,
): UnderstoodLine[] {
  const spans = [
    ...findings,
    ...markers.map(({start, end, meaning, name}) => ({start, end, meaning, of: hostOf(name)})),
  ]
  const lines = new Map<number, UnderstoodLine>()
  for (const {start, end, meaning, of} of spans) {
    for (let line = source.lineAt(start); line <= source.lineAt(Math.max(start, end - 1)); line++) {
      if (!lines.has(line)) lines.set(line, {line, meaning, ...(of !== undefined && {host: of})})
    }
  }
  for (const line of source.mended) {
    if (!lines.has(line)) lines.set(line, {line, meaning: 'the rest of a torn line'})
  }
  return [...lines.values()].sort((left, right) => left.line - right.line)
}

const places = (lines: readonly number[]): string =>
  `${lines.length === 1 ? 'line' : 'lines'} ${lines.join(', ')}`

function mending({mended, restored}: SourceText): string[] {
  return [
    ...(restored.length > 0
      ? [`Typographical dashes, quotes or dots were taken for plain ones: ${places(restored)}.`]
      : []),
    ...(mended.length > 0 ? [`A torn line was put together again: ${places(mended)}.`] : []),
  ]
}

const notes = (source: SourceText, findings: readonly Placed[]): Set<string> =>
  new Set(
    findings.flatMap(({note, broken, start}) => [
      ...(note === undefined ? [] : [note]),
      ...(broken ? [`Line ${source.lineAt(start)} breaks off: its last word was not read.`] : []),
    ]),
  )

/** What findings say beyond the keys. */
const sayings = (findings: readonly Placed[]): Set<string> =>
  new Set(findings.flatMap(({tells, of}) => (tells ? [tells(of ?? 'the host')] : [])))

const homeless = (findings: readonly Placed[]): string[] =>
  findings.some(({of, host, identifiers}) => of === undefined && (host || identifiers))
    ? ['Some output names no host and was not attributed to one: say which host it is from.']
    : []

/**
 * Reads what a responder pastes: output of the commands that the keys of the vocabulary name, of
 * one host or several, put right where chat or mail has mangled it. It says which lines it
 * understood and what it assumed. What is shown in two ways, or cannot be output at all, counts for
 * nothing and is named. Never throws.
 */
export function read(text: string, hints: ReadingHints = {}): Reading {
  const source = sourceText(text)
  const attribution = attribute(source, hints)
  const findings = gather(attribution)
  const settled = settleFacts(findings)
  const concluded = conclude(findings, settled, attribution.hostOf)
  const observations = {hosts: concluded.hosts, cluster: concluded.cluster}
  const understood = understoodLines(source, findings, attribution)
  const known = new Set(understood.map(({line}) => line))
  return {
    observations,
    understood,
    ignored: source.lines.filter((line) => !known.has(line)),
    contradictions: [
      ...attribution.contradictions,
      ...settled.contradictions,
      ...concluded.contradictions,
      ...inconsistencies(findings, observations.hosts, source),
    ],
    assumptions: [
      ...mending(source),
      ...attribution.assumptions,
      ...homeless(findings),
      ...notes(source, findings),
      ...settled.assumptions,
      ...concluded.assumptions,
    ],
    summary: [...summarise(observations), ...sayings(findings)],
  }
}
