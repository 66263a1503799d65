/**
 * The nodes that mdast does not have, declared as part of it. Each carries in `data` what
 * mdast-util-to-hast needs to render it without a handler. Directives and formulas are those of
 * mdast-util-directive and mdast-util-math.
 */
import type {Node as MdastNode, Parent, PhrasingContent, RootContent} from 'mdast'
import type {} from 'mdast-util-directive'
import type {} from 'mdast-util-math'
import type {} from 'mdast-util-to-hast'
import type {Place} from '../message/message.ts'
import type {PageData} from '../resolve/pages/data.ts'

/** Where a node is written, if that is a file included in the page. */
export interface Origin {
  file: string
  line: number
  column: number
  /** The include directives that brought it here, innermost first. */
  includedFrom: Place[]
}

export interface DefinitionList extends Parent {
  type: 'definitionList'
  children: (DefinitionTerm | DefinitionDescription)[]
}

export interface DefinitionTerm extends Parent {
  type: 'definitionTerm'
  children: PhrasingContent[]
}

export interface DefinitionDescription extends Parent {
  type: 'definitionDescription'
  children: RootContent[]
}

/** Lines whose breaks and indentation are the author's; a nested block is indented. */
export interface LineBlock extends Parent {
  type: 'lineBlock'
  children: (LineBlock | LineOfBlock)[]
}

export interface LineOfBlock extends Parent {
  type: 'line'
  children: PhrasingContent[]
}

/** A literal block with inline markup. */
export interface ParsedLiteral extends Parent {
  type: 'parsedLiteral'
  children: PhrasingContent[]
}

/** A picture or another block with a caption and a legend. */
export interface Figure extends Parent {
  type: 'figure'
  children: RootContent[]
}

export interface FigureCaption extends Parent {
  type: 'figureCaption'
  children: PhrasingContent[]
}

/** A table that Markdown's cannot be: cells with blocks, spans, a caption or no head. */
export interface SpanTable extends Parent {
  type: 'spanTable'
  children: (SpanTableCaption | SpanTableRows)[]
}

export interface SpanTableCaption extends Parent {
  type: 'spanTableCaption'
  children: PhrasingContent[]
}

export interface SpanTableRows extends Parent {
  type: 'spanTableHead' | 'spanTableBody'
  children: SpanTableRow[]
}

export interface SpanTableRow extends Parent {
  type: 'spanTableRow'
  children: SpanTableCell[]
}

export interface SpanTableCell extends Parent {
  type: 'spanTableCell'
  children: RootContent[]
}

/** A place that links lead to, around the text that is meant, if any. */
export interface Anchor extends Parent {
  type: 'anchor'
  children: PhrasingContent[]
}

export interface Subscript extends Parent {
  type: 'subscript'
  children: PhrasingContent[]
}

export interface Superscript extends Parent {
  type: 'superscript'
  children: PhrasingContent[]
}

/** Text in a role: `role` says which (`kbd`, `guilabel`, `abbr`, or a name of the author's). */
export interface InlineRole extends Parent {
  type: 'inlineRole'
  role: string
  children: PhrasingContent[]
}

/** Words under which an index lists this place. */
export interface IndexEntry extends MdastNode {
  type: 'indexEntry'
  terms: string[]
}

declare module 'mdast' {
  interface Data {
    /** Where the node is written, if that is an included file. */
    origin?: Origin
    /** The id of a heading. */
    id?: string
    /** Relative widths of the columns of a table. */
    widths?: number[]
    /** The number that a section was given. */
    number?: string
  }

  interface RootData {
    docinfo?: PageData
    title?: string
    meta?: Record<string, string>[]
  }

  interface BlockContentMap {
    definitionList: DefinitionList
    lineBlock: LineBlock
    parsedLiteral: ParsedLiteral
    figure: Figure
    spanTable: SpanTable
    anchor: Anchor
    indexEntry: IndexEntry
  }

  interface PhrasingContentMap {
    anchor: Anchor
    subscript: Subscript
    superscript: Superscript
    inlineRole: InlineRole
    indexEntry: IndexEntry
  }

  interface RootContentMap {
    definitionList: DefinitionList
    definitionTerm: DefinitionTerm
    definitionDescription: DefinitionDescription
    lineBlock: LineBlock
    line: LineOfBlock
    parsedLiteral: ParsedLiteral
    figure: Figure
    figureCaption: FigureCaption
    spanTable: SpanTable
    spanTableCaption: SpanTableCaption
    spanTableRows: SpanTableRows
    spanTableRow: SpanTableRow
    spanTableCell: SpanTableCell
    anchor: Anchor
    subscript: Subscript
    superscript: Superscript
    inlineRole: InlineRole
    indexEntry: IndexEntry
  }
}
