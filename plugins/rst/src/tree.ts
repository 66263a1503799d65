import type {Line} from './text/line.ts'

/**
 * The document tree: docutils' node names and attributes in unist's shape.
 *
 * Every element is an instance of one class with the same fields in the same order, so that the
 * tree is cheap to build and quick to walk. `type` is docutils' element name (`bullet_list`,
 * `substitution_reference`, `system_message`, …); attributes carry docutils' names and values.
 */
export type Node = Element | Text

/** docutils' attribute values: text, numbers, booleans and lists of names, ids or classes. */
export type AttributeValue = string | number | boolean | readonly (string | number)[] | undefined

/** The attributes docutils gives its elements; the named ones are those read all over the place. */
export interface Attributes {
  ids?: string[]
  names?: string[]
  classes?: string[]
  dupnames?: string[]
  backrefs?: string[]
  refname?: string
  refid?: string
  refuri?: string
  name?: string
  anonymous?: boolean
  auto?: 1 | '*'
  uri?: string
  [name: string]: AttributeValue
}

/** What docutils keeps on a node beside its attributes: never printed, needed by later stages. */
export interface ElementData {
  /** Of a `pending`: the transform it waits for and what the transform has to know. */
  transform?: string
  details?: Record<string, unknown>
  /** Of an indirect `target`: the name it points to as it was written. */
  indirectName?: string
  /** Of a `system_message`: the rule it was made by. */
  rule?: string
  /** The line docutils takes the element to stand on, if not its own; `null` if it knows none. */
  reported?: Line | null
  /** Whether a `target` or a footnote has been referred to. */
  referenced?: boolean
  [name: string]: unknown
}

/** A position as unist has it: lines and columns count from 1. */
export interface Position {
  start: {line: number; column: number}
  end: {line: number; column: number}
}

export class Text {
  readonly type = 'text'
  /** What a reader sees: escapes are resolved. */
  value: string
  /**
   * The text with a NUL before each character that the author escaped, when there is any; those
   * who look for markup in text (smart quotes, classifiers) must leave such characters alone.
   */
  escaped: string | undefined

  constructor(value: string, escaped?: string) {
    this.value = value
    this.escaped = escaped
  }
}

export class Element {
  type: string
  attributes: Attributes
  children: Node[]
  /** The line the element starts on; it knows its file and how that came to be included. */
  line: Line | undefined
  /** Characters of `line` before the element's first one, counted from 0. */
  column: number
  /** The source as it was written, of inline elements and those that are made of text. */
  raw: string
  data: ElementData | undefined

  constructor(type: string, attributes: Attributes = {}, children: Node[] = [], line?: Line) {
    this.type = type
    this.attributes = attributes
    this.children = children
    this.line = line
    this.column = 0
    this.raw = ''
    this.data = undefined
  }

  /** The place in the file `line.origin.source.path`, made when asked for. */
  get position(): Position | undefined {
    return this.line && positionOf(this.line, this.column, this.raw)
  }
}

function positionOf(line: Line, column: number, raw: string): Position {
  const start = {line: line.number, column: line.column + column + 1}
  const lastBreak = raw.lastIndexOf('\n')
  if (lastBreak < 0) return {start, end: {line: start.line, column: start.column + raw.length}}
  const lines = raw.split('\n').length - 1
  return {start, end: {line: start.line + lines, column: line.column + raw.length - lastBreak}}
}

/** An element made of inline markup, with the source of that. */
export function markedElement(type: string, nodes: Node[], source: string, line?: Line): Element {
  const element = new Element(type, {}, nodes, line)
  element.raw = source
  return element
}

/** An element around a single text that is kept as it is. */
export function literalElement(type: string, text: string, line?: Line): Element {
  return markedElement(type, text === '' ? [] : [new Text(text)], text, line)
}

/** An element around a single text. */
export function textElement(type: string, value: string, attributes: Attributes = {}): Element {
  return new Element(type, attributes, value === '' ? [] : [new Text(value)])
}

/**
 * The text of a node as docutils' `astext()` gives it: the children's texts, joined by a blank
 * line between block elements and by nothing inside text elements.
 */
export function textOf(node: Node): string {
  if (node instanceof Text) return node.value
  if (node.type === 'image') return String(node.attributes['alt'] ?? '')
  if (node.type === 'option_argument') {
    return String(node.attributes['delimiter'] ?? ' ') + node.children.map(textOf).join('')
  }
  return node.children.map(textOf).join(separators[node.type] ?? '\n\n')
}

/** What stands between the texts of an element's children where it is not a blank line. */
const separators: Record<string, string> = {option: '', option_group: ', ', option_list_item: '  '}
for (const type of [
  'abbreviation acronym address attribution author caption citation_reference classifier',
  'comment contact copyright date doctest_block emphasis field_name footnote_reference generated',
  'inline label line literal literal_block math math_block option_string organization paragraph',
  'problematic raw reference revision rubric status strong subscript substitution_definition',
  'substitution_reference subtitle superscript target term title title_reference version',
]) {
  for (const name of type.split(' ')) separators[name] = ''
}

/** Adds a value to one of an element's list attributes. */
export function addTo(
  element: Element,
  list: 'ids' | 'names' | 'classes' | 'dupnames' | 'backrefs',
  value: string,
): void {
  const values = element.attributes[list]
  if (values) values.push(value)
  else element.attributes[list] = [value]
}

/** Appends items however many there are; spread into `push` would put all on the stack. */
export function appendAll<T>(list: T[], items: readonly T[]): void {
  for (const item of items) list.push(item)
}

export function isElement(node: Node | undefined, type?: string): node is Element {
  return node instanceof Element && (type === undefined || node.type === type)
}
