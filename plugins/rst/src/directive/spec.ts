import type {DocumentState} from '../document.ts'
import type {blockRules} from '../message/directive.ts'
import type {Budget} from '../options.ts'
import type {RuleId, ValuesOf} from '../message/rules.ts'
import type {RoleSpec} from '../role/spec.ts'
import type {Settings} from '../settings.ts'
import type {Line, Lines} from '../text/line.ts'
import type {Element, Node} from '../tree.ts'

/** A value that a converter does not accept: why, in docutils' words, and what it would accept. */
export class Refusal {
  readonly reason: string
  readonly expected: string

  constructor(reason: string, expected: string) {
    this.reason = reason
    this.expected = expected
  }
}

/** A directive's block that cannot be read: the rule it breaks, and what is wrong. */
export class BlockRefusal extends Refusal {
  readonly rule: BlockRule
  /** What is unexpected, where `expected` says what is not. */
  readonly subject: string
  /** The line that is wrong, where it is one. */
  readonly line: Line | undefined

  constructor(rule: BlockRule, reason: string, sentence: Sentence, line?: Line) {
    super(reason, sentence.expected)
    this.rule = rule
    this.subject = sentence.subject
    this.line = line
  }
}

/** The parts of "Unexpected X, expected Y". */
export interface Sentence {
  readonly subject: string
  readonly expected: string
}

export type BlockRule = keyof typeof blockRules

/**
 * Turns the text of an option into its value; `undefined` stands for an option without a value
 * (docutils' `None`).
 */
export type Converter<T> = (text: string | undefined) => T | Refusal

export type OptionSpec = Readonly<Record<string, Converter<unknown>>>

/** The options a writer gave, converted. */
export type OptionValues<O extends OptionSpec> = {
  -readonly [K in keyof O]?: Exclude<ReturnType<O[K]>, Refusal>
}

/**
 * A directive: data, and the one verb `run`. Leave `arguments` out if it takes none, `options` if
 * it knows none, `content` if it has no body: docutils reads the block differently then.
 */
export interface DirectiveSpec<O extends OptionSpec = OptionSpec> {
  readonly name: string
  readonly aliases?: readonly string[]
  /** One or two sentences for the reference. */
  readonly doc: string
  readonly arguments?: {
    readonly required?: number
    readonly optional?: number
    /** Whether the last argument may contain white space. */
    readonly whitespace?: boolean
  }
  readonly options?: O
  /** Whether it may have a body; if it is `'required'`, a directive without one fails. */
  readonly content?: boolean | 'required'
  run(call: DirectiveCall<OptionValues<O>>): Node[]
}

/** The name of a specification for all directives that have none of their own. */
export const anyName = '*'

/** Ties a specification's `run` to the types of its options. */
export function directive<O extends OptionSpec>(spec: DirectiveSpec<O>): DirectiveSpec {
  return spec as DirectiveSpec
}

/** One use of a directive, and what its `run` may ask of the parser. */
export interface DirectiveCall<V = Record<string, unknown>> {
  /** The directive's name as it was written. */
  readonly name: string
  readonly arguments: readonly string[]
  readonly options: V
  readonly content: Lines
  /** The directive's first line: for messages and for the elements made. */
  readonly line: Line
  /** Its number as docutils counts (over all includes spliced in so far). */
  readonly lineNumber: number
  /** The element into which the result goes. */
  readonly parent: Element
  /** The name being defined when the directive stands in a substitution definition. */
  readonly substitution: string | undefined
  readonly document: DocumentState
  readonly settings: Settings
  readonly budget: Budget

  /** The source of the whole directive. */
  blockText(): string
  /** Parses body elements into `parent`; section titles only where `titles` says so. */
  parseBlocks(content: Lines, parent: Element, options?: {titles?: boolean}): void
  /**
   * Parses inline markup; messages are for the caller to place. They name the directive's line, or
   * the one given: a line, or a number as docutils counts.
   */
  parseInline(text: string | Lines, at?: Line | number): {nodes: Node[]; messages: Element[]}
  /**
   * A system message of the given rule, placed at the directive's line unless told otherwise;
   * `reported` is the line that docutils names if that is another one.
   */
  report<Id extends RuleId>(
    rule: Id,
    values: ValuesOf<Id>,
    at?: {line?: Line; reported?: Line; children?: Node[]},
  ): Element
  /**
   * The result of a directive that gives up: the message with the directive's source in it. `line`
   * is the line that is wrong, if it is not the directive's first.
   */
  fail<Id extends RuleId>(rule: Id, values: ValuesOf<Id>, line?: Line): Node[]
  /** The same for a block that cannot be read. */
  failBlock(refusal: BlockRefusal): Node[]
  /** Parses block quotes with their attributions; messages stand between them. */
  parseBlockQuotes(content: Lines): Node[]
  /** Reads what a target points to; `text` has NULs before escaped characters. */
  parseTarget(text: string): TargetValue
  /** Gives `element` the name of the `name` option, if any, and notes it as a target. */
  addName(element: Element): void

  /** Has the lines parsed in place of the directive, as part of the text around it. */
  insertLines(lines: Line[], path: string): void
  /** Parses lines as a document of its own, with this document's books, into its children. */
  parseApart(lines: Line[]): Node[]
  /** Reads a file: relative to the including file or to the document, as the options say. */
  load(path: string, encoding?: string): LoadedFile
  /** Makes a role known for the rest of the document; the empty name is the default role. */
  defineRole(name: string, role: RoleSpec): void
  findRole(name: string): {role: RoleSpec | undefined; messages: Element[]}
  /** Reads a block as that of a directive that takes options and nothing else. */
  parseOptions(lines: Lines, spec: OptionSpec): Record<string, unknown> | BlockRefusal
}

/** What a target points to: an address, or another name as it was written. */
export type TargetValue = {readonly refuri: string} | {readonly refname: string}

/** A file as docutils names it in messages, with its text or the reason why there is none. */
export type LoadedFile =
  | {readonly path: string; readonly text: string}
  | {readonly path: string; readonly refusal: FileRefusal}

/** Why a file is not read. */
export interface FileRefusal {
  readonly reason:
    | 'missing'
    | 'folder'
    | 'unreadable'
    | 'outside'
    | 'binary'
    | 'encoding'
    | 'too-large'
    | 'not-a-file'
  /** The system's or decoder's own words, where docutils would quote them. */
  readonly detail?: string
  /** A file of a similar name in the same place, for advice. */
  readonly near?: string | undefined
}
