import {simpleNameEnd} from '../inline/characters.ts'
import {escapeToNull} from '../text/escape.ts'
import type {Line} from '../text/line.ts'
import {Lines} from '../text/line.ts'
import {collapseSpace} from '../text/name.ts'
import {isBlank, isSpace, leadingSpace, trim, trimEnd} from '../text/whitespace.ts'
import {appendAll, Element, isElement, type Node, textElement, textOf} from '../tree.ts'
import type {Explicit} from './context.ts'
import type {ExplicitConstruct} from './explicit.ts'
import {markerEnd} from './marker.ts'
import {Scope} from './scope.ts'

/** `.. |name| directive:: …`: what stands for `|name|` in the text. */
export const substitutionDefinition: ExplicitConstruct = {
  name: 'substitution_definition',
  recognise(text, start) {
    const after = text[start + 1]
    return text[start] === '|' && after !== undefined && after !== ' ' ? start + 1 : -1
  },
  parse(scope, _start, end) {
    const {line, at} = scope
    const {block, blankFinish} = scope.indented({first: end, keepIndent: true, keepTop: true})
    const source = [line.text, ...block.lines.slice(1).map((it) => it.text)].join('\n')
    const definition = readName(block)
    if (!definition) return 'substitution-malformed'
    const part: Definition = {...definition, source: textElement('literal_block', source), line, at}
    if (part.content.length > 0) return define(scope, part, blankFinish)
    const message = reportAt(scope, part, 'substitution-missing', {name: part.name})
    message.children.push(part.source)
    return {nodes: [message], blankFinish}
  },
}

interface Definition {
  name: string
  /** The lines behind the name, without blank ones at the end. */
  content: Lines
  /** The definition's source, for messages. */
  source: Element
  line: Line
  at: number
}

/** Finds the name, which may go over several lines, and the content behind it. */
function readName(block: Lines): {name: string; content: Lines} | undefined {
  const parts: string[] = []
  for (const [i, line] of block.lines.entries()) {
    const text = escapeToNull(i === 0 ? trimEnd(line.text) : trim(line.text))
    const bar = barEnd(text)
    if (bar < 0) {
      parts.push(text)
      continue
    }
    parts.push(text.slice(0, bar))
    const cut = bar + 1 + (i === 0 ? 0 : leadingSpace(line.text))
    return {name: parts.join(' '), content: contentAfter(block, i, cut)}
  }
  return undefined
}

/** The `|` that ends a name: after text, with white space or the end of the line behind it. */
function barEnd(text: string): number {
  for (let bar = text.indexOf('|', 1); bar >= 0; bar = text.indexOf('|', bar + 1)) {
    const before = text.charCodeAt(bar - 1)
    if (before === 0 || isSpace(before)) continue
    if (markerEnd(text, bar + 1) >= 0) return bar
  }
  return -1
}

/**
 * The lines of a definition behind its name, which ends at `cut` of line `index`. They run apart
 * from the document; docutils numbers them from the definition's first line.
 */
function contentAfter(block: Lines, index: number, cut: number): Lines {
  const lines = block.lines.slice(index)
  let {offset} = block
  lines[0] = lines[0]!.from(cut)
  if (isBlank(lines[0].text)) {
    lines.shift()
    offset++
  }
  while (lines.length > 0 && isBlank(lines[lines.length - 1]!.text)) lines.pop()
  if (lines[0]) lines[0] = lines[0].from(leadingSpace(lines[0].text))
  return new Lines(lines, offset, true)
}

function define(scope: Scope, part: Definition, finish: boolean): Explicit {
  const element = new Element('substitution_definition', {}, [], part.line)
  element.attributes.names = [collapseSpace(part.name)]
  element.raw = textOf(part.source)
  const blankFinish = readContent(scope, part, element, finish)
  scope.addAll(element.children.filter((node) => !isInline(node)))
  element.children = element.children.filter(isInline)
  const message = findProblem(scope, part, element)
  if (message) return {nodes: [message], blankFinish}
  scope.context.document.noteSubstitution(element, part.name, scope.parent)
  return {nodes: [element], blankFinish}
}

/**
 * Runs the directive that the content begins with; anything else leaves the element empty. Indented
 * text before it, as it may stand under the name's line, is a block quote.
 */
function readContent(scope: Scope, part: Definition, element: Element, finish: boolean): boolean {
  const inner = new Scope(scope.context, part.content, element, scope, false)
  while (inner.next()) {
    if (isBlank(inner.text)) continue
    if (inner.text.startsWith(' ')) scope.context.parseBlockQuote(inner)
    else return readDirective(inner, element, finish)
  }
  return finish
}

function readDirective(inner: Scope, element: Element, finish: boolean): boolean {
  const {text} = inner
  const end = simpleNameEnd(text, 0)
  const marker = end > 0 && text.startsWith('::', end) ? markerEnd(text, end + 2) : -1
  if (marker < 0) return inner.isLast ? finish : inner.isNextBlank
  const [name] = element.attributes.names!
  const {nodes, blankFinish} = inner.context.runDirective(inner, text.slice(0, end), marker, name)
  appendAll(element.children, nodes)
  return inner.isLast ? finish : blankFinish
}

function reportAt(
  scope: Scope,
  {line}: Definition,
  rule: 'substitution-missing' | 'substitution-empty',
  values: {name: string},
): Element {
  return scope.context.document.reporter.report(rule, values, {line})
}

function findProblem(scope: Scope, part: Definition, element: Element): Element | undefined {
  const {reporter} = scope.context.document
  const spot = {line: part.line}
  for (const node of descendants(element)) {
    if (node.type === 'problematic') {
      const quoted = new Element('paragraph', {}, element.children)
      const children = [part.source, new Element('block_quote', {}, [quoted])]
      return reporter.report('substitution-problematic', {}, spot, children)
    }
    const what = disallowed(node)
    if (what) return reporter.report('substitution-disallowed', {what}, spot, [part.source])
  }
  if (element.children.length > 0) return undefined
  const message = reportAt(scope, part, 'substitution-empty', {name: part.name})
  message.children.push(part.source)
  return message
}

function* descendants(element: Element): Generator<Element> {
  for (const child of element.children) {
    if (!isElement(child)) continue
    yield child
    yield* descendants(child)
  }
}

/** What must not stand in a definition, because it would stand wherever the definition is used. */
function disallowed({type, attributes}: Element): string | undefined {
  if (type === 'reference' && attributes.anonymous) return 'Anonymous references'
  if (type === 'footnote_reference' && attributes.auto) {
    return 'References to auto-numbered and auto-symbol footnotes'
  }
  const named = attributes.names?.length || attributes.ids?.length
  return named ? 'Targets (names and identifiers)' : undefined
}

/** Elements that stand in text: docutils' and, in the last line, those of Sphinx. */
const inlineTypes = new Set([
  ...'abbreviation acronym citation_reference emphasis footnote_reference generated'.split(' '),
  ...'image inline literal math problematic raw reference strong subscript'.split(' '),
  ...'substitution_reference superscript target title_reference'.split(' '),
  ...'pending_xref download_reference index'.split(' '),
])

function isInline(node: Node): boolean {
  return !isElement(node) || inlineTypes.has(node.type)
}
