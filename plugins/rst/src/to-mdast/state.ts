import type {Nodes, PhrasingContent, RootContent} from 'mdast'
import type {Position} from 'unist'
import type {DocumentState} from '../document.ts'
import {includeChain, type Place} from '../message/message.ts'
import type {Origin as LineOrigin, Line} from '../text/line.ts'
import {type Element, type Node, Text} from '../tree.ts'
import {footnoteLabels} from './footnote-labels.ts'
import type {Handler, ToMdastOptions} from './spec.ts'

/** Types of mdast that stand in paragraphs. HTML and anchors may stand outside as well. */
const phrasing = new Set([
  ...['text', 'emphasis', 'strong', 'inlineCode', 'link', 'image', 'footnoteReference'],
  ...['inlineMath', 'subscript', 'superscript', 'inlineRole', 'break'],
])

/** One document on its way to mdast. */
export class State {
  readonly document: DocumentState
  readonly options: Required<ToMdastOptions>
  /** The depth of the next section's heading. */
  depth = 1
  private readonly handlers: ReadonlyMap<string, Handler>
  private readonly page: string
  private readonly includes = new Map<LineOrigin, {position?: Position; chain: Place[]}>()
  private labels: ReadonlyMap<string, string> | undefined

  constructor(
    document: DocumentState,
    options: ToMdastOptions,
    handlers: ReadonlyMap<string, Handler>,
  ) {
    this.document = document
    this.options = {raw: options.raw ?? 'allow'}
    this.handlers = handlers
    this.page = String(document.tree.attributes['source'])
  }

  /** What nodes become, one after the other, wherever they stand. Texts side by side are one. */
  all(nodes: readonly Node[]): Nodes[] {
    const result: Nodes[] = []
    for (const node of nodes) {
      if (node instanceof Text) addText(result, node.value)
      else this.add(result, node)
    }
    return result
  }

  /** What the content of a paragraph becomes. */
  phrasing(nodes: readonly Node[]): PhrasingContent[] {
    return this.all(nodes) as PhrasingContent[]
  }

  /** What body elements become: inline content among them is put into paragraphs. */
  flow(nodes: readonly Node[]): RootContent[] {
    const result = this.all(nodes)
    for (let i = 0; i < result.length; i++) {
      const node = result[i]!
      if (!phrasing.has(node.type)) continue
      const children = [node as PhrasingContent]
      result[i] = node.position
        ? {type: 'paragraph', children, position: node.position}
        : {type: 'paragraph', children}
    }
    return result as RootContent[]
  }

  /** Nodes with texts side by side made one. */
  joined(nodes: readonly PhrasingContent[]): PhrasingContent[] {
    const result: Nodes[] = []
    for (const node of nodes) addNode(result, node)
    return result as PhrasingContent[]
  }

  private add(result: Nodes[], element: Element): void {
    const handle = this.handlers.get(element.type)
    const made = handle ? handle(element, this) : this.all(element.children)
    const {ids} = element.attributes
    if (ids?.length && needsAnchors(element)) addAnchors(result, ids, made)
    if (Array.isArray(made)) for (const node of made) addNode(result, node)
    else if (made) addNode(result, made)
  }

  /** Gives a block, a link or a picture what its element has: id, classes, and its place. */
  from<N extends Nodes>(element: Element, node: N): N {
    addAttributes(element, node)
    return this.place(element, node)
  }

  /**
   * The same for a part of a block: an item, a cell, a word. In an included file its place is not
   * told; that of the block around it or the blocks in it is.
   */
  part<N extends Nodes>(element: Element, node: N): N {
    addAttributes(element, node)
    return this.placePart(element, node)
  }

  placePart<N extends Nodes>(element: Element, node: N): N {
    const {line} = element
    if (line && this.isOwn(line)) node.position = ownPosition(element, line)
    return node
  }

  /** Gives a node the place of its element. */
  place<N extends Nodes>(element: Element, node: N): N {
    const {line} = element
    if (!line) return node
    if (this.isOwn(line)) node.position = ownPosition(element, line)
    else this.placeIncluded(node, line, element.column)
    return node
  }

  private isOwn({origin}: Line): boolean {
    return !origin.includedFrom && origin.source.path === this.page
  }

  /** The node's place on the page is that of the include directive. */
  private placeIncluded(node: Nodes, line: Line, column: number): void {
    const {position, chain} = this.include(line)
    if (position) node.position = position
    const origin = {
      file: line.path,
      line: line.number,
      column: line.column + column + 1,
      includedFrom: chain,
    }
    if (node.data) node.data.origin = origin
    else node.data = {origin}
  }

  private include(line: Line): {position?: Position; chain: Place[]} {
    const known = this.includes.get(line.origin)
    if (known) return known
    const chain = includeChain(line)
    const outermost = chain[chain.length - 1]
    const position = outermost && outermost.file === this.page ? positionOf(outermost) : undefined
    const include = {...(position ? {position} : {}), chain}
    this.includes.set(line.origin, include)
    return include
  }

  /** The id under which the element that has `id` is found in the page. */
  idFor(id: string): string {
    return this.document.ids.get(id)?.attributes.ids?.[0] ?? id
  }

  /** The label of a footnote, which no other on the page has. */
  labelOf(id: string): string {
    this.labels ??= footnoteLabels(this.document)
    return this.labels.get(id) ?? id
  }
}

function addAttributes({attributes: {ids, classes}}: Element, node: Nodes): void {
  if (ids?.length) propertiesOf(node)['id'] = ids[0]!
  if (classes?.length) addClasses(node, classes)
}

/**
 * Elements whose ids lead to nothing that is shown, or whose handlers see to them. Targets with an
 * address lead away.
 */
const withoutAnchors = new Set([
  ...['section', 'footnote', 'citation', 'footnote_reference', 'citation_reference'],
  ...['system_message', 'problematic', 'substitution_definition'],
])

function needsAnchors({type, attributes}: Element): boolean {
  return !withoutAnchors.has(type) && (type !== 'target' || attributes.refuri === undefined)
}

/** Keeps ids that no node made of an element has. */
function addAnchors(
  result: Nodes[],
  ids: readonly string[],
  made: Nodes | Nodes[] | undefined,
): void {
  const first = Array.isArray(made) ? made[0] : made
  const taken = first?.data?.hProperties?.['id']
  for (const id of ids) if (id !== taken) result.push(anchor(id))
}

export function anchor(id: string, children: PhrasingContent[] = []): Nodes {
  return {type: 'anchor', children, data: {hName: 'span', hProperties: {id}}}
}

type Properties = NonNullable<NonNullable<Nodes['data']>['hProperties']>

/** The properties of the HTML element that a node becomes. */
export function propertiesOf(node: Nodes): Properties {
  const data = (node.data ??= {})
  return (data.hProperties ??= {})
}

export function addClasses(node: Nodes, classes: readonly string[]): void {
  const properties = propertiesOf(node)
  const old = properties['className']
  properties['className'] = Array.isArray(old) ? [...old, ...classes] : [...classes]
}

/** Of a block only the first line is known to belong to it. */
function ownPosition(element: Element, line: Line): Position {
  if (element.raw !== '') return element.position!
  const start = {line: line.number, column: line.column + element.column + 1}
  return {start, end: {line: line.number, column: line.column + line.text.length + 1}}
}

function positionOf({line, column, endLine, endColumn}: Place): Position {
  return {start: {line, column}, end: {line: endLine, column: endColumn}}
}

function addNode(result: Nodes[], node: Nodes): void {
  if (node.type === 'text') addText(result, node.value)
  else result.push(node)
}

function addText(result: Nodes[], value: string): void {
  const last = result[result.length - 1]
  if (last?.type === 'text') last.value += value
  else if (value !== '') result.push({type: 'text', value})
}
