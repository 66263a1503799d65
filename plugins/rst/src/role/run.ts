import {anyName} from '../directive/spec.ts'
import type {DocumentState} from '../document.ts'
import type {InlineText} from '../inline/inline-text.ts'
import {textNode} from '../inline/inline-text.ts'
import type {RuleId, ValuesOf} from '../message/rules.ts'
import type {Line} from '../text/line.ts'
import {appendAll, type Element} from '../tree.ts'
import type {RoleCall, RoleSpec} from './spec.ts'

/** Roles by lower-case name. */
export type RoleTable = ReadonlyMap<string, RoleSpec>

const defaultRole = 'title-reference'

/**
 * The role of a name: one defined in the document or before it, one of those known everywhere, or
 * for no name the default role.
 */
export function findRole(
  document: DocumentState,
  table: RoleTable,
  name: string,
): RoleSpec | undefined {
  const key = name.toLowerCase()
  for (let state: DocumentState | undefined = document; state; state = state.prolog) {
    const own = state.roles.get(key)
    if (own) return own
  }
  return table.get(key || defaultRole)
}

/** Runs the role of interpreted text and adds what it yields; see `InlineContext.interpret`. */
export function interpret(
  inline: InlineText,
  table: RoleTable,
  name: string,
  text: string,
  start: number,
  end: number,
): void {
  const known = findRole(inline.context.document, table, name)
  if (!known || known.unlisted) {
    inline.messages.push(inline.report('role-lookup', {name}, start, end))
  }
  const role = known ?? table.get(anyName)
  if (!role) {
    addUndefined(inline, name, start, end)
    return
  }
  if (role.unlisted) noteListed(inline.context.document, name, role)
  const {nodes, messages} = role.run(new Call(inline, role, name, text, start, end))
  appendAll(inline.messages, messages)
  inline.emitAll(start, end, nodes)
}

/** docutils enters a role it has found among those of the document. */
export function noteListed(document: DocumentState, name: string, role: RoleSpec): void {
  document.roles.set(name.toLowerCase(), {...role, unlisted: false})
}

function addUndefined(inline: InlineText, name: string, start: number, end: number): void {
  const message = inline.report('undefined-role', {name}, start, end)
  inline.messages.push(message)
  inline.emit(start, end, inline.problematic(message, start, end))
}

class Call implements RoleCall {
  readonly name: string
  readonly text: string
  readonly options: Record<string, unknown>
  readonly document: DocumentState
  private readonly inline: InlineText
  private readonly start: number
  private readonly end: number

  constructor(
    inline: InlineText,
    role: RoleSpec,
    name: string,
    text: string,
    start: number,
    end: number,
  ) {
    this.inline = inline
    this.name = name
    this.text = text
    this.options = role.given ?? {}
    this.document = inline.context.document
    this.start = start
    this.end = end
  }

  get raw(): string {
    return this.inline.source.slice(this.start, this.end)
  }

  get line(): Line {
    return this.inline.lineOf(this.start)
  }

  get settings(): DocumentState['settings'] {
    return this.document.settings
  }

  element(type: string, text?: string, attributes?: Element['attributes']): Element {
    const element = this.inline.element(type, this.start, this.end)
    if (attributes) element.attributes = attributes
    if (text !== undefined && text !== '') element.children.push(textNode(text))
    return element
  }

  report<Id extends RuleId>(rule: Id, values: ValuesOf<Id>, reported?: Line): Element {
    return this.inline.report(rule, values, this.start, this.end, reported)
  }

  problematic(message: Element): Element {
    return this.inline.problematic(message, this.start, this.end)
  }
}
