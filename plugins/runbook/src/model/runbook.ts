import type {Code, PhrasingContent, RootContent} from 'mdast'
import type {Point} from 'unist'
import type {SourcePosition} from './source-position.ts'
import type {Condition} from './condition.ts'

/** What a command does to the system: nothing, something that can be undone, or a loss. */
export type Effect = 'read' | 'change' | 'destroy'

/** What the heading of an outcome promises (`Done:`, `Serving:`, `Escalate:`). */
export type OutcomeKind = 'done' | 'serving' | 'escalate'

/** Where a command runs. `each` is every host in turn; `elsewhere` is none of them. */
export type Place =
  | {readonly kind: 'host'; readonly name: string}
  | {readonly kind: 'role'; readonly name: string}
  | {readonly kind: 'each'}
  | {readonly kind: 'elsewhere'}

/** A value the responder fills in, written `<NAME>` in commands. */
export interface ValueSpec {
  readonly name: string
  /** Regular expression the whole value must match. */
  readonly pattern: string
  readonly default?: string
}

/** The head of a runbook: its front matter, or docinfo in RST. */
export interface Head {
  /** The placeholders of the two hosts, in order. */
  readonly hosts: readonly string[]
  readonly roles: readonly string[]
  readonly values: readonly ValueSpec[]
  /** The states of the system in which this runbook may be started; any one of them. */
  readonly covers: readonly Condition[]
  /** Claims of this runbook that the model of the system cannot hold, in words. */
  readonly unproven: readonly string[]
  readonly time?: string
  readonly needs: readonly string[]
  readonly owner?: string
  /** ISO date of the last review. */
  readonly reviewed?: string
}

/** A fence of a step that somebody carries out: shell lines, or a sentence for what no shell does. */
export interface Command {
  readonly kind: 'shell' | 'action'
  readonly on: Place
  readonly effect: Effect
  /** Lines as written, values still standing as `<NAME>`. They stop at the first refusal. */
  readonly lines: readonly string[]
  /** Expected output, from the `expect` fence right after. */
  readonly expect?: string
  /** The text of the caution before it: what a responder confirms. Present whenever `effect` is `destroy`. */
  readonly caution?: string
  readonly node: Code
}

/** `SURVIVOR=be1`: from here on the role is that host. On a link to a first step, `OLD=NEW`. */
export interface Binding {
  readonly role: string
  /** A host's placeholder, or the name of a role that is bound already. */
  readonly to: string
}

/** `wait 10s max 30min`: look again. Both in seconds. */
export interface Wait {
  readonly every: number
  readonly max: number
}

/** A step of this runbook, or of another one. */
export interface StepRef {
  /** The other runbook's name; absent for this one. */
  readonly runbook?: string
  /** Absent: the other runbook's first step. */
  readonly step?: string
}

export interface Choice {
  /** Slug of the words: what a link and a log call this answer. */
  readonly id: string
  /** The words a responder reads, as plain text. */
  readonly words: string
  /** The same with their markup. */
  readonly label: readonly PhrasingContent[]
  /** Absent: a decision only a human can make. */
  readonly condition?: Condition
  readonly bindings: readonly Binding[]
  readonly wait?: Wait
  readonly target: StepRef
  readonly position?: SourcePosition
}

export interface Step {
  /** The heading's id in the default language. */
  readonly id: string
  /** One-based, in document order. */
  readonly number: number
  readonly title: string
  readonly heading: readonly PhrasingContent[]
  /** Everything between the heading and the choices, commands included, in document order. */
  readonly body: readonly RootContent[]
  /** The commands among `body`, in document order. */
  readonly commands: readonly Command[]
  readonly choices: readonly Choice[]
  /** Set when the heading starts with an outcome word. */
  readonly outcome?: OutcomeKind
  readonly position?: SourcePosition
}

/**
 * A runbook: a page that leads one step at a time. Every face (browser, terminal, paper) and the
 * checker read this one value; see the README of this package for the grammar it is read from.
 */
export interface Runbook {
  /** The file's base name without its ending. */
  readonly name: string
  readonly title: string
  /** BCP 47. */
  readonly language: string
  readonly head: Head
  /** Where the fields of the head stand in the page, by name; `''` is the head itself. */
  readonly headPlaces: Readonly<Record<string, Point>>
  /** The text before the first step: the condition of use. */
  readonly intro: readonly RootContent[]
  /** The first is the start. Never empty. */
  readonly steps: readonly Step[]
  /** Hash of the words, commands and graph: two texts that read the same have the same version. */
  readonly version: string
  /** Path of the file it was read from, as messages name it. */
  readonly path: string
}
