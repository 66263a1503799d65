import type {Identifiers} from '../generations.ts'

/** Something a reader of one format understood: where it stands, what it says, what follows. */
export interface Finding {
  /** Offsets into the text that was put right. */
  readonly start: number
  readonly end: number
  /** In a few words, what the lines are. */
  readonly meaning: string
  /** What it says about the host it came from. */
  readonly host?: Readonly<Record<string, string>>
  /** What it says about the cluster, whoever said it. */
  readonly cluster?: Readonly<Record<string, string>>
  /** The name of a host that did not answer a login. */
  readonly unreachable?: string
  /** The host's generation identifiers. */
  readonly identifiers?: Identifiers & {readonly text: string}
  /** A message of a log: of several the last one counts. */
  readonly log?: boolean
  /** Weak: it counts only where nothing better says otherwise; the sentence says what was assumed. */
  readonly assumes?: string
  /** What was not read, and why; the facts stand. */
  readonly note?: string
  /** What it says beyond the keys, a sentence about the host it came from. */
  readonly tells?: (host: string) => string
  /** The line breaks off, and its last word was not read. */
  readonly broken?: true
  /** Cannot be true; then nothing else of the finding counts. */
  readonly impossible?: string
  /** Can be true of DRBD, and not of this cluster as it is set up; the facts stand. */
  readonly unexpected?: string
}

/** A stretch of text that came from one host, as far as that is known. */
export interface Section {
  readonly text: string
  /** Offset of its first character. */
  readonly start: number
  /** The host's placeholder; absent: the text does not say. */
  readonly host?: string
}

/** Reads one format wherever it stands in a section. */
export type Format = (section: Section) => readonly Finding[]

/** The finding of a match, with its offsets in the whole text. */
export function finding(
  section: Section,
  match: RegExpMatchArray,
  meaning: string,
  more: Partial<Finding> = {},
): Finding {
  const start = section.start + match.index!
  const lead = /^\s*/.exec(match[0])![0].length
  return {start: start + lead, end: start + match[0].trimEnd().length, meaning, ...more}
}

/** One finding for every match of `pattern`. */
export const each =
  (
    pattern: RegExp,
    read: (match: RegExpMatchArray, section: Section) => Partial<Finding> & {meaning: string},
  ): Format =>
  (section) =>
    [...section.text.matchAll(pattern)].map((match) => {
      const {meaning, ...more} = read(match, section)
      return finding(section, match, meaning, more)
    })

/** Lines that are understood and say nothing a runbook asks for. */
export const aside = (pattern: RegExp, meaning: string): Format => each(pattern, () => ({meaning}))
