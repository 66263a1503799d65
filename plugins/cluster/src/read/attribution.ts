import type {ReadingHints} from '@handrail/runbook'
import type {Section} from './finding.ts'
import {logStamp} from './format/logs.ts'
import type {SourceText} from './source-text.ts'

/** A place in the text that names a host: a prompt, a hostname, a heading, a line's prefix. */
interface Marker {
  readonly start: number
  readonly end: number
  readonly name: string
  readonly meaning: string
  /** It stands before every line of its host, and says nothing of the lines after it. */
  readonly isPrefix?: true
}

/** The text cut by host, and what was found on the way. */
export interface Attribution {
  readonly sections: readonly Section[]
  readonly markers: readonly Marker[]
  /** The placeholder of a host's name. */
  readonly hostOf: (name: string) => string | undefined
  readonly contradictions: readonly string[]
  readonly assumptions: readonly string[]
}

const short = (name: string): string => name.split('.')[0]!.toLowerCase()

/** Real names and their short forms by placeholder; a placeholder is a name if nobody else has it. */
function knownNames(hints: ReadingHints): ReadonlyMap<string, string> {
  const known = new Map<string, string>()
  for (const [placeholder, name] of Object.entries(hints.names ?? {})) {
    for (const form of [name.toLowerCase(), short(name)]) {
      if (form !== '' && !known.has(form)) known.set(form, placeholder)
    }
  }
  for (const placeholder of ['be1', 'be2', ...Object.keys(hints.names ?? {})]) {
    if (!known.has(placeholder)) known.set(placeholder, placeholder)
  }
  return known
}

const escape = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

function matches(text: string, pattern: RegExp, meaning: string): Marker[] {
  return [...text.matchAll(pattern)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    name: match[1]!,
    meaning,
  }))
}

const prompt = 'a prompt'

/** Commands that tell a prompt of an unknown form from other text. */
const command = String.raw`(?:sudo|cat|drbd\w*|service|systemctl|/etc/init\.d/\w+|[\w-]+-ctl|ip|df|mount|dmesg|journalctl|tail|grep|hostname|ps|lvs|fuser|watch|ssh|exit)\b`

/** What names a host, its first group the name, and in a few words what that is. */
type Mark = readonly [pattern: RegExp, meaning: string]

/** Marks of any host, known or not. */
const marks: readonly Mark[] = [
  [
    new RegExp(
      String.raw`(?:^|(?<=\s))\[?[\w-]+@([\w.-]+?)(?:\([^\s()]*\))?(?::[^\s#$%>]*|\s+[^\s\]]*\]|\])\s?[#$%>]`,
      'gm',
    ),
    prompt,
  ],
  [
    new RegExp(
      String.raw`(?:^|(?<=\s))\[?([A-Za-z][\w.-]*)(?::[^\s#$%>]*|[ \t]+[~/][^\s#$%>]*|)[ \t]?\]?[ \t]?[#$%>](?=[ \t]*${command})`,
      'gm',
    ),
    prompt,
  ],
  [
    /^Every [\d.,]+s: [^\n]*?[ \t]([\w.-]+): [A-Z][a-z]{2} [A-Z][a-z]{2} [ \d]\d [\d:]{8} \d{4}[ \t]*$/gm,
    'the head of watch',
  ],
  [/^([\w.-]+) \| \w+!? ?(?:\| rc=\d+ |=)>>[ \t]*$/gm, "a host's name"],
]

/** Marks of any host before each of its lines. */
const prefixes: readonly Mark[] = [
  [
    new RegExp(String.raw`^[ \t]*${logStamp} ([\w.-]+) (?=kernel:|Keepalived|\w+\[)`, 'gm'),
    'a host in a log',
  ],
  [/^[ \t]*([\w.-]+) (?=kernel: )/gm, 'a host in a log'],
]

/** Marks that count only because the name is known. */
function marksOf(names: readonly string[]): Record<'marks' | 'prefixes', readonly Mark[]> {
  const name = `(${names.join('|')})(?:\\.[\\w.-]+)?`
  return {
    marks: [
      [new RegExp(`^[ \\t]*\\[?${name}(?::[^\\s#$]*| [^\\s\\]]*\\])?[ \\t]?[#$]`, 'gim'), prompt],
      [new RegExp(`^[ \\t]*(?:ssh (?:-\\S+ )*)(?:\\w+@)?${name}\\b[^\\n]*$`, 'gim'), 'a command'],
      [
        new RegExp(
          `^[-=#*~>\\[( \\t]*(?:(?:on|from|host|node|server|output of)[: \\t]+)?${name}[-=#*~\\]) \\t:]*$`,
          'gim',
        ),
        "a host's name",
      ],
    ],
    prefixes: [[new RegExp(`^[ \\t]*${name}:[ \\t]+(?=\\S)`, 'gim'), "a host's name"]],
  }
}

/** Every place in the text that names a host; a prompt goes with what was typed at it. */
function findMarkers(text: string, known: ReadonlyMap<string, string>): Marker[] {
  const names = [...known.keys()].sort((left, right) => right.length - left.length).map(escape)
  const own = marksOf(names)
  const found = (list: readonly Mark[]): Marker[] =>
    list.flatMap(([pattern, meaning]) => matches(text, pattern, meaning))
  const markers = withoutOverlaps([
    ...found([...marks, ...own.marks]),
    ...found([...prefixes, ...own.prefixes]).map((marker) => ({
      ...marker,
      isPrefix: true as const,
    })),
  ])
  return markers.map((marker, index) =>
    marker.meaning === prompt
      ? {...marker, end: typedUntil(text, marker.end, markers[index + 1]?.start)}
      : marker,
  )
}

/** Where what was typed ends: with its line, or where output or the next prompt was joined to it. */
function typedUntil(text: string, start: number, next = text.length): number {
  const [line = ''] = text.slice(start, next).split('\n', 1)
  const output = /\s(?:version:|\d+:\s*cs:|\[OK\]|\[WARN\]|\[ERROR\]|[\w.-]+ role:)/.exec(line)
  return start + (output?.index ?? line.length)
}

function withoutOverlaps(markers: readonly Marker[]): Marker[] {
  const kept: Marker[] = []
  for (const marker of [...markers].sort((left, right) => left.start - right.start)) {
    if (marker.start >= (kept.at(-1)?.end ?? -1)) kept.push(marker)
  }
  return kept
}

/** Whom the names mean: known ones, and a single stranger if the responder said where it is from. */
function resolve(
  markers: readonly Marker[],
  known: ReadonlyMap<string, string>,
  hints: ReadingHints,
) {
  const placeholder = (name: string): string | undefined =>
    known.get(name.toLowerCase()) ?? known.get(short(name))
  const strangers = [...new Set(markers.map(({name}) => short(name)))].filter(
    (name) => placeholder(name) === undefined,
  )
  const single = strangers.length === 1 && hints.host !== undefined
  const hostOf = (name: string): string | undefined =>
    placeholder(name) ?? (single ? hints.host : undefined)
  return {hostOf, strangers, single}
}

function explain(strangers: readonly string[], single: boolean, hints: ReadingHints): string[] {
  if (strangers.length === 0) return []
  if (single) return [`${strangers[0]} is taken for ${hints.host}.`]
  return [`Nothing was attributed to ${strangers.join(' and ')}: say which hosts they are.`]
}

function disagreements(
  markers: readonly Marker[],
  hostOf: (name: string) => string | undefined,
  hints: ReadingHints,
) {
  const others = new Set(markers.map(({name}) => hostOf(name)).filter((host) => host !== undefined))
  if (hints.host === undefined) return []
  others.delete(hints.host)
  return [...others].map(
    (host) =>
      `The text was said to be from ${hints.host}, and names ${host}: it was attributed to the names.`,
  )
}

/** Cuts the text by the hosts it names. What stands before the first name is the hinted host's. */
export function attribute(source: SourceText, hints: ReadingHints): Attribution {
  const {text} = source
  const known = knownNames(hints)
  const markers = findMarkers(text, known)
  const {hostOf, strangers, single} = resolve(markers, known, hints)
  const bounds: Bound[] = [
    {end: 0, start: 0, host: hints.host},
    ...markers.map((marker) => ({...marker, host: hostOf(marker.name)})),
  ]
  return {
    sections: sectionsOf(text, bounds),
    markers,
    hostOf,
    contradictions: disagreements(markers, hostOf, hints),
    assumptions: explain(strangers, single, hints),
  }
}

/** Where the text of a host begins: at the end of what names it. */
type Bound = Pick<Marker, 'start' | 'end' | 'isPrefix'> & {readonly host: string | undefined}

/**
 * The stretches between the names. Lines with a prefix are one stretch of their host, even where
 * those of another stand between them: what is not the host's is blank there.
 */
function sectionsOf(text: string, bounds: readonly Bound[]): Section[] {
  const sections: Section[] = []
  let run = new Map<string | undefined, number>()
  for (const [index, {end, host, isPrefix}] of bounds.entries()) {
    const section = {
      text: text.slice(end, bounds[index + 1]?.start ?? text.length),
      start: end,
      ...(host !== undefined && {host}),
    }
    if (!isPrefix) run = new Map()
    if (section.text.trim() === '') continue
    const at = isPrefix ? run.get(host) : undefined
    if (isPrefix && at === undefined) run.set(host, sections.length)
    if (at === undefined) sections.push(section)
    else sections[at] = joined(sections[at]!, section, text)
  }
  return sections
}

/** Both stretches as one, what stood between them replaced by as many blanks. */
function joined(before: Section, section: Section, text: string): Section {
  const between = text.slice(before.start + before.text.length, section.start)
  return {...before, text: before.text + between.replace(/[^\n]/g, ' ') + section.text}
}
