import type {OptionSpec, OptionValues} from '../directive/spec.ts'
import type {DocumentState} from '../document.ts'
import type {RuleId, ValuesOf} from '../message/rules.ts'
import type {Settings} from '../settings.ts'
import type {Line} from '../text/line.ts'
import type {Element, Node} from '../tree.ts'

/**
 * A role of interpreted text: data, and the one verb `run`. `options` are those that a
 * `.. role::` directive built on this role may give; `class` is among them unless it is defined
 * here.
 */
export interface RoleSpec<O extends OptionSpec = OptionSpec> {
  readonly name: string
  readonly aliases?: readonly string[]
  readonly doc: string
  readonly options?: O
  /** Whether a `.. role::` directive built on this role may have content. */
  readonly content?: boolean
  /** Whether docutils has it without listing its name in any language: its first use is noted. */
  readonly unlisted?: boolean
  /** Of a role made by a `.. role::` directive: the options given there. */
  readonly given?: Readonly<Record<string, unknown>>
  run(call: RoleCall<OptionValues<O> & {class?: string[]}>): RoleResult
}

export interface RoleResult {
  nodes: Node[]
  messages: Element[]
}

/** Ties a specification's `run` to the types of its options. */
export function role<O extends OptionSpec>(spec: RoleSpec<O>): RoleSpec {
  return spec as RoleSpec
}

/** One use of a role, and what its `run` may ask of the parser. */
export interface RoleCall<V = Record<string, unknown>> {
  /** The role's name as it was written; empty for the default role. */
  readonly name: string
  /** The source with role, quotes and backslashes. */
  readonly raw: string
  /** The text between the quotes, with NUL before escaped characters (see `text/escape.ts`). */
  readonly text: string
  /** What a `.. role::` directive gave, or nothing. */
  readonly options: V
  readonly line: Line
  readonly document: DocumentState
  readonly settings: Settings

  /** An element that knows its source; `text` (with NULs) becomes its only child. */
  element(type: string, text?: string, attributes?: Element['attributes']): Element
  /** A system message of the given rule at this place; `reported` is the line docutils names. */
  report<Id extends RuleId>(rule: Id, values: ValuesOf<Id>, reported?: Line): Element
  /** The `problematic` element around the role's source, tied to `message`. */
  problematic(message: Element): Element
}
