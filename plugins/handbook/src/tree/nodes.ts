import type {Parent, PhrasingContent, RootContent} from 'mdast'
import type {Data, Node} from 'unist'

/**
 * Nodes that mdast itself does not know: directives, MDX, and what a reader of reStructuredText
 * adds. They are matched by their `type`; a reader that emits one need not import this package.
 */
export interface PrintedData extends Data {
  readonly id?: string
  /** Where the node is written, if that is a file included in the page. */
  readonly origin?: Origin
  readonly directiveLabel?: boolean
  readonly widths?: readonly number[]
  readonly hName?: string
  readonly hProperties?: Readonly<Record<string, unknown>>
}

/** A place in an included file, and the include directives that brought it to the page. */
interface Origin extends FilePlace {
  readonly includedFrom: readonly FilePlace[]
}

export interface FilePlace {
  readonly file: string
  readonly line: number
  readonly column: number
}

/** Any node, with what this package may ask every node for. */
export interface AnyNode extends Node {
  data?: PrintedData
  value?: string
  children?: AnyNode[]
}

export interface Directive extends Parent {
  readonly type: 'containerDirective' | 'leafDirective' | 'textDirective'
  readonly name: string
  readonly attributes?: Readonly<Record<string, string | null | undefined>> | null
  children: RootContent[]
}

export interface DefinitionList extends Parent {
  readonly type: 'definitionList'
  children: RootContent[]
}

/** Lines of a line block; a nested `lineBlock` is indented. */
export interface LineBlock extends Parent {
  readonly type: 'lineBlock' | 'line'
  children: RootContent[]
}

/** A table whose cells hold blocks, span others, or need widths. */
export interface SpanTablePart extends Parent {
  readonly type:
    | 'spanTable'
    | 'spanTableCaption'
    | 'spanTableHead'
    | 'spanTableBody'
    | 'spanTableRow'
    | 'spanTableCell'
  children: RootContent[]
}

export interface Figure extends Parent {
  readonly type: 'figure' | 'figureCaption'
  children: RootContent[]
}

export interface InlineRole extends Parent {
  readonly type: 'inlineRole' | 'subscript' | 'superscript'
  readonly role?: string
  children: PhrasingContent[]
}

export interface IndexEntry extends Node {
  readonly type: 'indexEntry'
  readonly terms: readonly string[]
}

/** Code with marked-up words in it. */
export interface ParsedLiteral extends Parent {
  readonly type: 'parsedLiteral'
  children: PhrasingContent[]
}

export interface MathNode extends Node {
  readonly type: 'math' | 'inlineMath'
  readonly value: string
}

/** An attribute of an MDX element; an expression (`{…}`) has an object as its value. */
export interface JsxAttribute {
  readonly type: string
  readonly name?: string
  readonly value?: string | null | {readonly value: string}
}

export interface JsxElement extends Parent {
  readonly type: 'mdxJsxFlowElement' | 'mdxJsxTextElement'
  readonly name: string | null
  readonly attributes: readonly JsxAttribute[]
  children: RootContent[]
}

/** Looks at a node as what it may be. */
export function asAny(node: Node): AnyNode {
  return node as AnyNode
}

/** Whether a node, or one in it, is of such a type. */
export function holds(node: Node, type: RegExp): boolean {
  return type.test(node.type) || (asAny(node).children ?? []).some((child) => holds(child, type))
}

/** The id a node is reached by, if it has one. */
export function idOf(node: Node): string | undefined {
  const data = asAny(node).data
  const id = data?.id ?? data?.hProperties?.['id']
  return typeof id === 'string' && id !== '' ? id : undefined
}

/** The classes of a node. */
export function classesOf(node: Node): readonly string[] {
  const classes = asAny(node).data?.hProperties?.['className']
  if (Array.isArray(classes)) return classes.map(String)
  return typeof classes === 'string' ? classes.split(/\s+/) : []
}

/** A declaration of a node's style: `width` of `width: 50%; height: 2em`. */
export function styleOf(node: Node, name: string): string | undefined {
  const style = propertyOf(node, 'style')
  return style && new RegExp(`(?:^|;)\\s*${name}\\s*:\\s*([^;]+)`).exec(style)?.[1]?.trim()
}

/** A property of a node for its element, as text. */
export function propertyOf(node: Node, name: string): string | undefined {
  const property = asAny(node).data?.hProperties?.[name]
  return typeof property === 'string' || typeof property === 'number' ? String(property) : undefined
}
