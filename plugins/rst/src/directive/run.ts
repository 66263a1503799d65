import {readBlockQuotes} from '../block/block-quote.ts'
import type {BlockParser} from '../block/parser.ts'
import type {Explicit} from '../block/context.ts'
import type {Scope} from '../block/scope.ts'
import {endOfInclusion} from '../block/comment.ts'
import {readDestination} from '../block/target.ts'
import type {DocumentState} from '../document.ts'
import type {RuleId, ValuesOf} from '../message/rules.ts'
import type {Budget, Load} from '../options.ts'
import {findRole, noteListed, type RoleTable} from '../role/run.ts'
import type {RoleSpec} from '../role/spec.ts'
import {Line, Lines, Origin} from '../text/line.ts'
import {normalizeName} from '../text/name.ts'
import {joinPath, parentPath} from '../text/path.ts'
import {Source} from '../text/source.ts'
import type {Element} from '../tree.ts'
import {addTo, isElement, type Node, textElement, textOf} from '../tree.ts'
import {type DirectiveBlock, type OptionName, readBlock} from './block.ts'
import {
  anyName,
  type DirectiveCall,
  type DirectiveSpec,
  type LoadedFile,
  type OptionSpec,
  BlockRefusal,
  type TargetValue,
} from './spec.ts'

/** What directives have in common within a document. */
export interface DirectiveSetting {
  readonly directives: ReadonlyMap<string, DirectiveSpec>
  readonly roles: RoleTable
  readonly budget: Budget
  readonly load: Load | undefined
  readonly includeBase: 'document' | 'file'
  /** The document's path. */
  readonly path: string
  /** Parses lines as a document of its own, with the books of this one. */
  parseApart(document: DocumentState, lines: readonly Line[]): Node[]
}

/**
 * Runs the directive whose marker ends at `end` of the current line; the cursor moves to the last
 * line of its block.
 */
export function runDirective(
  setting: DirectiveSetting,
  parser: BlockParser,
  scope: Scope,
  name: string,
  end: number,
  substitution?: string,
): Explicit {
  const spec = setting.directives.get(name.toLowerCase()) ?? setting.directives.get(anyName)
  if (!spec) return readUnknown(parser, scope, name)
  const use = new Use(setting, parser, scope, name, substitution)
  const {block, blankFinish} = scope.indented({first: end, keepTop: true})
  use.takeSource()
  const nodes = runBlock(use, spec, block)
  return {nodes, blankFinish: blankFinish || use.inserted || scope.isNextBlank}
}

function runBlock(use: Use, spec: DirectiveSpec, block: Lines): Node[] {
  const parts = readBlock(block, spec, (name) => use.optionName(name))
  if (parts instanceof BlockRefusal) return use.failBlock(parts)
  if (spec.content === 'required' && parts.content.length === 0) {
    return use.fail('directive-content', {name: use.name})
  }
  const nodes = spec.run(use.with(parts))
  for (const node of nodes) if (isElement(node)) node.line ??= use.line
  return nodes
}

/** Keeps the source of a directive nobody knows. */
function readUnknown(parser: BlockParser, scope: Scope, name: string): Explicit {
  const {reporter} = parser.document
  const {line, at} = scope
  const reported = parser.lineAt(line.number - line.origin.skipped) ?? line
  scope.add(reporter.report('directive-lookup', {name}, {line, reported}))
  const {block, blankFinish} = scope.indented({first: 0, keepIndent: true})
  const source = textElement('literal_block', block.toString())
  return {nodes: [scope.report('undefined-directive', {name}, at, [source])], blankFinish}
}

/** One use of a directive: see `DirectiveCall` for what it offers. */
class Use implements DirectiveCall {
  readonly name: string
  arguments: readonly string[] = []
  options: Record<string, unknown> = {}
  content: Lines
  readonly line: Line
  readonly lineNumber: number
  readonly substitution: string | undefined
  readonly document: DocumentState
  /** Whether lines were put in place of the directive. */
  inserted = false
  private readonly setting: DirectiveSetting
  private readonly parser: BlockParser
  private readonly scope: Scope
  private readonly start: number
  /** The lines the directive stands among; it goes from `start` to before `end`. */
  private readonly lines: readonly Line[]
  private end: number

  constructor(
    setting: DirectiveSetting,
    parser: BlockParser,
    scope: Scope,
    name: string,
    substitution: string | undefined,
  ) {
    this.setting = setting
    this.parser = parser
    this.scope = scope
    this.name = name
    this.substitution = substitution
    this.document = parser.document
    this.line = scope.line
    this.lineNumber = scope.number
    this.start = scope.at
    this.end = this.start
    this.lines = scope.lines
    this.content = new Lines([], 0)
  }

  /** Remembers the lines of the directive, up to the cursor. */
  takeSource(): void {
    this.end = this.scope.at + 1
  }

  with(parts: DirectiveBlock): this {
    this.arguments = parts.arguments
    this.options = parts.options
    this.content = parts.content
    return this
  }

  /** The text of an option's name, in which docutils looks for inline markup. */
  optionName(name: string): OptionName {
    if (/^[a-z0-9-]*$/i.test(name)) return {text: name, isSound: true}
    const {nodes, messages} = this.parseInline(name)
    return {text: nodes.map(textOf).join(''), isSound: messages.length === 0}
  }

  get parent(): Element {
    return this.scope.parent
  }

  get settings(): DocumentState['settings'] {
    return this.document.settings
  }

  get budget(): Budget {
    return this.setting.budget
  }

  blockText(): string {
    return new Lines(this.lines.slice(this.start, this.end), 0).toString()
  }

  parseBlocks(content: Lines, parent: Element, options: {titles?: boolean} = {}): void {
    this.scope.parseInto(parent, content, options.titles)
  }

  parseInline(text: string | Lines, at?: Line | number): {nodes: Node[]; messages: Element[]} {
    const {parent} = this
    const reported = typeof at === 'number' ? this.parser.lineAt(at) : (at ?? this.reported())
    const isText = typeof text === 'string'
    const line = at instanceof Line ? at : this.line
    const lines = isText || text.length === 0 ? [line] : text.lines
    return this.parser.parseInline({text: isText ? text : text.toString(), lines, reported, parent})
  }

  /** The line docutils names in messages about the directive. */
  private reported(): Line | undefined {
    return this.scope.apart ? this.parser.lineAt(this.lineNumber) : this.line
  }

  report<Id extends RuleId>(
    rule: Id,
    values: ValuesOf<Id>,
    at: {line?: Line; reported?: Line; children?: Node[]} = {},
  ): Element {
    const reported = at.reported ?? at.line ?? this.reported()
    const spot = {line: at.line ?? this.line, reported}
    return this.document.reporter.report(rule, values, spot, at.children)
  }

  fail<Id extends RuleId>(rule: Id, values: ValuesOf<Id>, line = this.line): Node[] {
    const children = [textElement('literal_block', this.blockText())]
    return [this.report(rule, values, {line, reported: this.reported() ?? this.line, children})]
  }

  failBlock({rule, reason, subject, expected, line}: BlockRefusal): Node[] {
    return this.fail(rule, {name: this.name, problem: reason, subject, expected}, line)
  }

  parseBlockQuotes(content: Lines): Node[] {
    return readBlockQuotes(this.scope, content)
  }

  parseTarget(text: string): TargetValue {
    return readDestination(text.split('\n'))
  }

  addName(element: Element): void {
    const {name} = this.options
    if (typeof name !== 'string') return
    addTo(element, 'names', normalizeName(name))
    this.document.noteExplicitTarget(element, element)
  }

  insertLines(lines: Line[], path: string): void {
    const origin = lines[0]?.origin ?? new Origin(new Source(path, ''))
    const {before, after} = origin.source.padding
    const count = lines.length
    this.scope.insert([
      new Line('', before, 0),
      ...lines,
      new Line('', origin, count + 1),
      new Line(`.. ${endOfInclusion}${path}"`, origin, count + 2),
      new Line('', after, count + 3),
    ])
    this.inserted = true
  }

  parseApart(lines: Line[]): Node[] {
    return this.setting.parseApart(this.document, lines)
  }

  load(path: string, encoding?: string): LoadedFile {
    const {setting} = this
    const from = this.line.path
    const base = setting.includeBase === 'file' ? from : setting.path
    const full = joinPath(parentPath(base), path)
    const request = {path: full, written: path, from, document: setting.path}
    this.document.dependencies.add(full)
    if (!setting.load) return {path: full, refusal: {reason: 'outside'}}
    return setting.load(encoding === undefined ? request : {...request, encoding})
  }

  defineRole(name: string, role: RoleSpec): void {
    this.document.roles.set(name.toLowerCase(), role)
  }

  findRole(name: string): {role: RoleSpec | undefined; messages: Element[]} {
    const role = findRole(this.document, this.setting.roles, name)
    if (role && !role.unlisted) return {role, messages: []}
    if (role) noteListed(this.document, name, role)
    return {role, messages: [this.report('role-lookup', {name})]}
  }

  parseOptions(lines: Lines, spec: OptionSpec): Record<string, unknown> | BlockRefusal {
    const parts = readBlock(lines, {options: spec}, (name) => this.optionName(name))
    return parts instanceof BlockRefusal ? parts : parts.options
  }
}
