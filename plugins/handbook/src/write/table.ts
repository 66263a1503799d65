import type {Table} from 'mdast'
import type {Node} from 'unist'
import {toString} from 'mdast-util-to-string'
import {columns, inlinePieces} from '../code/pieces.ts'
import {columnWidths, type CellExtent} from '../table/column-widths.ts'
import {isPhrasing} from '../tree/make.ts'
import {asAny, holds, propertyOf, type AnyNode, type SpanTablePart} from '../tree/nodes.ts'
import {array, call, code, flowBlock} from '../typst/call.ts'
import {tableNotes} from './link.ts'
import type {Writer} from './writer.ts'

interface Cell {
  readonly node: AnyNode
  readonly column: number
  readonly colspan: number
  readonly rowspan: number
  readonly header: boolean
}

/** Characters of body text in a line of a table, by paper. */
const lineLength = {a4: 106, letter: 108, a5: 68}

/** A table of GFM: one header row, words only. */
export function table(node: Table, writer: Writer): string {
  const rows = node.children.map((row, index) =>
    row.children.map((cell, column) => plainCell(asAny(cell), column, index === 0)),
  )
  const count = Math.max(0, ...rows.map((row) => row.length))
  const align = node.align?.map((side) => side ?? 'left')
  return tableCall(rows.slice(0, 1), rows.slice(1), count, writer, {align}, widthsOf(node))
}

/** Any other table: cells hold blocks and span rows and columns. */
export function spanTable(node: SpanTablePart, writer: Writer): string {
  const parts = node.children.map(asAny)
  const caption = parts.find((part) => part.type === 'spanTableCaption')
  const head = rowsOf(parts, 'spanTableHead')
  const body = rowsOf(parts, 'spanTableBody')
  const count = Math.max(0, ...[...head, ...body].flat().map((cell) => cell.column + cell.colspan))
  const words = caption ? code(writer.phrasing(caption.children ?? [])) : undefined
  return tableCall(head, body, count, writer, {...(words && {caption: words})}, widthsOf(node))
}

/** Relative widths of the columns, if the author gave them. */
function widthsOf(table: Node): readonly number[] | undefined {
  return asAny(table).data?.widths
}

function plainCell(node: AnyNode, column: number, header: boolean): Cell {
  return {node, column, colspan: 1, rowspan: 1, header}
}

/** The rows of a part of a table, each cell at the column that spans above it leave. */
function rowsOf(parts: readonly AnyNode[], type: string): Cell[][] {
  const rows = parts.filter((part) => part.type === type).flatMap((part) => part.children ?? [])
  /** By column, how many more rows a cell above reaches down. */
  const taken: number[] = []
  return rows.map((row) => {
    let column = 0
    const cells = (row.children ?? []).map((node) => {
      while ((taken[column] ?? 0) > 0) column++
      const cell = spanCell(node, column, rows.length)
      for (let covered = 0; covered < cell.colspan; covered++) taken[column++] = cell.rowspan
      return cell
    })
    for (let index = 0; index < taken.length; index++)
      taken[index] = Math.max(0, (taken[index] ?? 0) - 1)
    return cells
  })
}

function spanCell(node: AnyNode, column: number, rows: number): Cell {
  const span = (name: string) => Math.max(1, Math.floor(Number(propertyOf(node, name) ?? 1)) || 1)
  const header = node.data?.hName === 'th'
  return {node, column, colspan: span('colSpan'), rowspan: Math.min(rows, span('rowSpan')), header}
}

type Named = Parameters<typeof call>[2]

function tableCall(
  head: readonly (readonly Cell[])[],
  body: readonly (readonly Cell[])[],
  count: number,
  writer: Writer,
  named: Named,
  given?: readonly number[],
): string {
  if (count === 0) return ''
  const urls: string[] = []
  const inside = writer.inside({narrow: count > 1, tight: false, tableNotes: urls})
  const line = lineLength[writer.book.options.paper ?? 'a4']
  const extents = [...head, ...body].flat().flatMap(extentOf)
  const {shares, dense} = columnWidths(extents, count, line, given)
  const cells = (rows: readonly (readonly Cell[])[]) =>
    rows.flatMap((row) => padded(row, rows, count).map((cell) => cellCall(cell, inside)))
  const written = call('data-table', cells(body).map(code), {
    columns: shares ? code(array(shares.map((share) => `${share}fr`))) : count,
    ...(head.length > 0 && {head: code(array(cells(head)))}),
    ...(head.flat().some(({node}) => holds(node, links)) && {repeat: false}),
    ...(dense && {dense}),
    ...([...head, ...body].flat().some(({node}) => !isShort(node)) && {divided: true}),
    ...named,
    align: named?.['align'] && code(array(named['align'] as string[])),
  })
  const notes = tableNotes(urls, inside)
  return notes === undefined ? written : flowBlock([written, notes])
}

/** A header that is repeated on the next page is no part of the text there, and may hold no link. */
const links = /^(?:link|footnote)/

/** Characters of a cell up to which it certainly fits on a page, however narrow it is. */
const shortCell = 300

/** Whether a cell need not be divided between pages. */
function isShort(cell: AnyNode): boolean {
  return toString(cell).length <= shortCell && !holds(cell, /^image/)
}

/** A row that is too short gets empty cells, or every later cell would move. */
function padded(row: readonly Cell[], rows: readonly (readonly Cell[])[], count: number) {
  const spans = rows.some((cells) => cells.some((cell) => cell.rowspan > 1))
  if (spans) return row
  const width = row.reduce((total, cell) => total + cell.colspan, 0)
  const empty = Array.from({length: Math.max(0, count - width)}, () => undefined)
  return [...row, ...empty]
}

function cellCall(cell: Cell | undefined, writer: Writer): string {
  if (!cell) return '[]'
  const {node, colspan, rowspan, header} = cell
  const children = node.children ?? []
  const content = children.every(isPhrasing) ? writer.phrasing(children) : writer.flow(children)
  const shown = content === 'none' ? '[]' : content
  if (colspan === 1 && rowspan === 1) return header ? call('header-cell', [code(shown)]) : shown
  return call(header ? 'header-cell' : 'table.cell', [code(shown)], {
    colspan: colspan > 1 ? colspan : undefined,
    rowspan: rowspan > 1 ? rowspan : undefined,
  })
}

/** A cell that spans columns says nothing about any one of them. */
function extentOf({node, column, colspan}: Cell): CellExtent[] {
  return colspan > 1 ? [] : [{column, ...extent(node)}]
}

/** How much wider than the text face, on average, code is. */
const codeWidth = 1.16

type Extent = Omit<CellExtent, 'column'>

function extent(node: Node): Extent {
  const {children, value = '', type} = asAny(node)
  if (type === 'inlineCode') return inlineCodeExtent(value)
  if (type === 'code') return codeExtent(value)
  if (!children) return wordsExtent(value || toString(node))
  const inner = children.map(extent)
  const widest = (key: keyof Extent) => Math.max(0, ...inner.map((child) => child[key]))
  const most = children.every(isPhrasing)
    ? inner.reduce((total, child) => total + child.most, 0)
    : widest('most') + 3
  return {least: widest('least'), whole: widest('whole'), most}
}

function inlineCodeExtent(value: string): Extent {
  const parts = inlinePieces(value, 24).map(({text}) => columns(text.trim()))
  const words = value.split(' ').map(columns)
  return {
    least: Math.max(0, ...parts) * codeWidth,
    whole: Math.min(48, Math.max(0, ...words)) * codeWidth,
    most: columns(value) * codeWidth,
  }
}

function codeExtent(value: string): Extent {
  const lines = value.split('\n').map(columns)
  const words = value.split(/\s+/).map(columns)
  const whole = Math.min(32, Math.max(0, ...words)) * codeWidth
  return {least: Math.min(16, whole), whole, most: Math.max(0, ...lines) * codeWidth}
}

function wordsExtent(text: string): Extent {
  const words = text.split(/[\s-]+/).map(textWidth)
  const least = Math.min(24, Math.max(0, ...words))
  return {least, whole: least, most: textWidth(text)}
}

/** How much wider than the text face, on average, its capitals are. */
const capitalWidth = 1.35

function textWidth(text: string): number {
  const capitals = text.match(/\p{Lu}/gu)?.length ?? 0
  return columns(text) + capitals * (capitalWidth - 1)
}
