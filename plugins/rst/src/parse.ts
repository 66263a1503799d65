import {BlockParser, type Extensions} from './block/parser.ts'
import {completeFront} from './directive/document-front.ts'
import {directives as docutilsDirectives} from './directive/index.ts'
import {type DirectiveSetting, runDirective} from './directive/run.ts'
import {DocumentState} from './document.ts'
import type {Message} from './message/message.ts'
import {Reporter} from './message/reporter.ts'
import {type Budget, defaultBudget, type ParseOptions} from './options.ts'
import {roles as docutilsRoles} from './role/index.ts'
import {interpret} from './role/run.ts'
import {defaultSettings} from './settings.ts'
import {Line, Origin} from './text/line.ts'
import {Source, toLines} from './text/source.ts'
import {appendAll, Element, type Node} from './tree.ts'

/**
 * Parses reStructuredText into docutils' tree as it is before any transform. Never throws: what is
 * wrong with the text is in the tree, as docutils has it, and in `messages`.
 */
export function parse(text: string, options: ParseOptions = {}): DocumentState {
  const path = options.path ?? '<string>'
  const messages: Message[] = []
  const document = new DocumentState(
    new Element('document', {source: path}),
    {...defaultSettings, ...options.settings},
    new Reporter(path, messages, options.severities),
    messages,
    options.prolog,
    {...defaultBudget, ...options.budget},
  )
  const lines = linesOf(path, text)
  for (const file of options.epilog ?? [])
    appendAll(lines, [blank, ...linesOf(file.path, file.text)])
  parseLines(document, settingOf(path, options, document.budget), lines, document.tree)
  completeFront(document.tree)
  return document
}

/** What keeps an epilog apart from the text it ends. */
const blank = new Line('', new Origin(new Source('', '')), 0)

function linesOf(path: string, text: string): Line[] {
  const source = new Source(path, text)
  return toLines(source.lines, new Origin(source))
}

/** Parses lines into an element that stands for a document, unless one of them is too long. */
function parseLines(
  document: DocumentState,
  setting: DirectiveSetting,
  lines: readonly Line[],
  root: Element,
): void {
  const limit = document.settings.line_length_limit
  const long = lines.findIndex(({text}) => text.length > limit && [...text].length > limit)
  if (long >= 0) {
    const spot = {line: lines[long], reported: null}
    root.children.push(document.reporter.report('line-length', {line: long + 1}, spot))
    return
  }
  new BlockParser(document, extensionsOf(setting), setting.budget.nesting).parse(lines, root)
}

function extensionsOf(setting: DirectiveSetting): Extensions {
  return {
    runDirective: (...use) => runDirective(setting, ...use),
    interpret: (inline, ...role) => interpret(inline, setting.roles, ...role),
  }
}

function settingOf(path: string, options: ParseOptions, budget: Budget): DirectiveSetting {
  const setting: DirectiveSetting = {
    path,
    directives: byName(options.directives ?? docutilsDirectives),
    roles: byName(options.roles ?? docutilsRoles),
    budget,
    load: options.load,
    includeBase: options.includeBase ?? 'file',
    parseApart(document, lines): Node[] {
      const root = new Element('document')
      parseLines(document, setting, lines, root)
      return root.children
    },
  }
  return setting
}

interface Named {
  name: string
  aliases?: readonly string[]
}

/** Tables made of lists of specifications, which are the same for all documents of a build. */
const tables = new WeakMap<readonly Named[], ReadonlyMap<string, Named>>()

/** A list of specifications by name and alias; of two with the same name the later one counts. */
function byName<T extends Named>(specs: readonly T[]): ReadonlyMap<string, T> {
  let table = tables.get(specs)
  if (!table) {
    table = new Map(specs.flatMap((spec) => namesOf(spec).map((name) => [name, spec] as const)))
    tables.set(specs, table)
  }
  return table as ReadonlyMap<string, T>
}

function namesOf({name, aliases = []}: Named): string[] {
  return [name, ...aliases].map((each) => each.toLowerCase())
}
