import type {ReadingHints} from '@handrail/runbook'
import type {Section} from './finding.ts'
import type {SourceText} from './source-text.ts'

/** A place in the text that names a host: a prompt, a hostname, a heading, a line's prefix. */
interface Marker {
  readonly start: number
  readonly end: number
  readonly name: string
  /** What follows on the line is not output. */
  readonly meaning: string
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

/** What was typed at a prompt: to the end of the line, or to output that was joined to it. */
const typed = String.raw`(?: [^\n]*?(?=\n|$|\s(?:version:|\d+:\s*cs:|\[OK\]|\[WARN\]|\[ERROR\])))?`

/** Marks that name any host, and marks that count only because the name is known. */
function findMarkers(text: string, known: ReadonlyMap<string, string>): Marker[] {
  const names = [...known.keys()].sort((left, right) => right.length - left.length).map(escape)
  const name = `(${names.join('|')})(?:\\.[\\w.-]+)?`
  const found = [
    ...matches(
      text,
      new RegExp(
        `(?:^|(?<=\\s))\\[?[\\w-]+@([\\w.-]+?)(?:\\([^\\s()]*\\))?(?::[^\\s#$%>]*|\\s+[^\\s\\]]*\\])\\s?[#$%>]${typed}`,
        'gm',
      ),
      'a prompt',
    ),
    ...matches(
      text,
      new RegExp(`^[ \\t]*\\[?${name}(?::[^\\s#$]*| [^\\s\\]]*\\])?[ \\t]?[#$]${typed}`, 'gim'),
      'a prompt',
    ),
    ...matches(
      text,
      /(?:^|(?<=\n))[A-Z][a-z]{2}\s+\d{1,2} \d{2}:\d{2}:\d{2} ([\w.-]+) (?=kernel:|Keepalived|\w+\[)/g,
      'a host in a log',
    ),
    ...matches(
      text,
      new RegExp(`^[ \\t]*(?:ssh (?:-\\S+ )*)(?:\\w+@)?${name}\\b[^\\n]*$`, 'gim'),
      'a command',
    ),
    ...matches(
      text,
      new RegExp(
        `^[-=#*~>\\[( \\t]*(?:(?:on|from|host|node|server|output of)[: \\t]+)?${name}[-=#*~\\]) \\t:]*$`,
        'gim',
      ),
      "a host's name",
    ),
    ...matches(text, new RegExp(`^[ \\t]*${name}:[ \\t]+(?=\\S)`, 'gim'), "a host's name"),
  ]
  return withoutOverlaps(found)
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
  const bounds = [
    {end: 0, start: 0, host: hints.host},
    ...markers.map((marker) => ({...marker, host: hostOf(marker.name)})),
  ]
  const sections = bounds.map(({end, host}, index): Section => ({
    text: text.slice(end, bounds[index + 1]?.start ?? text.length),
    start: end,
    ...(host !== undefined && {host}),
  }))
  return {
    sections: join(
      sections.filter((section) => section.text.trim() !== ''),
      text,
    ),
    markers,
    hostOf,
    contradictions: disagreements(markers, hostOf, hints),
    assumptions: explain(strangers, single, hints),
  }
}

/** Stretches of one host with nothing but its name between them are one, as lines with a prefix are. */
function join(sections: readonly Section[], text: string): Section[] {
  const joined: Section[] = []
  for (const section of sections) {
    const before = joined.at(-1)
    const between = before && text.slice(before.start + before.text.length, section.start)
    const prefix = between !== undefined && !/[#$%>]/.test(between) && !between.includes('\n')
    if (before && prefix && before.host === section.host)
      joined[joined.length - 1] = blanked(before, section, between)
    else joined.push(section)
  }
  return joined
}

/** Both stretches as one, what stood between them replaced by as many blanks. */
function blanked(before: Section, section: Section, between: string): Section {
  return {...before, text: before.text + between.replace(/[^\n]/g, ' ') + section.text}
}
