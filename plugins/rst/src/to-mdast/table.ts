import type {RootContent, Table} from 'mdast'
import {type Element, isElement, type Node, Text} from '../tree.ts'
import type {
  SpanTable,
  SpanTableCaption,
  SpanTableCell,
  SpanTableRow,
  SpanTableRows,
} from './nodes.ts'
import type {Handler, NodeSpec} from './spec.ts'
import {contentOnly, nothing} from './spec.ts'
import {addClasses, propertiesOf, type State} from './state.ts'

/** Markdown's table where it can hold this one; else a table with all that HTML's can hold. */
const table: Handler = (element, state) => {
  const group = element.children.find((child) => isElement(child, 'tgroup'))
  const parts = partsOf(element, group as Element | undefined)
  const node = isPlain(parts) ? plainTable(parts, state) : spanTable(parts, state)
  const {align, classes, width} = element.attributes
  if (classes?.includes('colwidths-given')) (node.data ??= {}).widths = parts.widths
  if (align !== undefined) addClasses(node, [`align-${String(align)}`])
  if (width !== undefined) propertiesOf(node)['style'] = `width: ${String(width)}`
  const own = (classes ?? []).filter((name) => !name.startsWith('colwidths-'))
  if (own.length > 0) addClasses(node, own)
  const [id] = element.attributes.ids ?? []
  if (id !== undefined) propertiesOf(node)['id'] = id
  return state.place(element, node)
}

interface Parts {
  caption: Element | undefined
  head: Element[]
  body: Element[]
  widths: number[]
  /** Columns whose cells are headings of their rows. */
  stubs: boolean[]
}

function partsOf(element: Element, group: Element | undefined): Parts {
  const columns = childrenOf(group, 'colspec')
  return {
    caption: childrenOf(element, 'title')[0],
    head: childrenOf(childrenOf(group, 'thead')[0], 'row'),
    body: childrenOf(childrenOf(group, 'tbody')[0], 'row'),
    widths: columns.map(({attributes}) => Number(attributes['colwidth'])),
    stubs: columns.map(({attributes}) => Boolean(attributes['stub'])),
  }
}

function childrenOf(element: Element | undefined, type: string): Element[] {
  return (element?.children ?? []).filter((child) => isElement(child, type)) as Element[]
}

/** One row of heads, no caption, and cells with at most a paragraph of text each. */
function isPlain({caption, head, body, stubs}: Parts): boolean {
  if (caption || head.length !== 1 || stubs.some(Boolean)) return false
  return [...head, ...body].every((row) => (row.children as Element[]).every(isPlainCell))
}

function isPlainCell({attributes, children}: Element): boolean {
  if (attributes['morecols'] || attributes['morerows'] || attributes.classes?.length) return false
  const [paragraph, ...others] = children.filter(({type}) => type !== 'comment')
  if (paragraph === undefined) return true
  if (others.length > 0 || !isElement(paragraph, 'paragraph')) return false
  return !paragraph.attributes.ids?.length && !paragraph.attributes.classes?.length
}

function plainTable({head, body}: Parts, state: State): Table {
  const children = [...head, ...body].map((row): Table['children'][number] => {
    const cells = (row.children as Element[]).map((cell) => plainCell(cell, state))
    return state.part(row, {type: 'tableRow', children: cells})
  })
  return {type: 'table', children}
}

function plainCell(cell: Element, state: State): Table['children'][number]['children'][number] {
  const paragraph = cell.children.find((child) => isElement(child, 'paragraph'))
  const content = paragraph ? (paragraph as Element).children : []
  const children = state.phrasing(content.map(inOneLine))
  return state.part(cell, {type: 'tableCell', children})
}

/** Markdown's cells have one line. */
function inOneLine(node: Node): Node {
  return node instanceof Text && node.value.includes('\n')
    ? new Text(node.value.replaceAll('\n', ' '))
    : node
}

function spanTable({caption, head, body, stubs}: Parts, state: State): SpanTable {
  const children: SpanTable['children'] = []
  if (caption) children.push(captionOf(caption, state))
  if (head.length > 0) children.push(rowsOf('spanTableHead', head, stubs, state))
  children.push(rowsOf('spanTableBody', body, stubs, state))
  return {type: 'spanTable', children, data: {hName: 'table'}}
}

function captionOf(title: Element, state: State): SpanTableCaption {
  const children = state.phrasing(title.children)
  return state.from(title, {type: 'spanTableCaption', children, data: {hName: 'caption'}})
}

function rowsOf(
  type: SpanTableRows['type'],
  rows: readonly Element[],
  stubs: readonly boolean[],
  state: State,
): SpanTableRows {
  const isHead = type === 'spanTableHead'
  const grid = new Grid()
  const children = rows.map((row): SpanTableRow => {
    grid.nextRow()
    const cells = (row.children as Element[]).map((cell) => {
      const isHeading = isHead || stubs[grid.place(cell)] === true
      return cellOf(cell, isHeading, state)
    })
    return state.part(row, {type: 'spanTableRow', children: cells, data: {hName: 'tr'}})
  })
  return {type, children, data: {hName: isHead ? 'thead' : 'tbody'}}
}

/** Tells the columns of cells, some of which reach down from rows above. */
class Grid {
  /** For each column, how many rows below the present one are taken. */
  private readonly taken: number[] = []
  private column = 0

  nextRow(): void {
    for (const [i, rows] of this.taken.entries()) this.taken[i] = Math.max(0, rows - 1)
    this.column = 0
  }

  /** The column of the next cell. */
  place({attributes}: Element): number {
    while (this.taken[this.column]) this.column++
    const start = this.column
    const columns = 1 + Number(attributes['morecols'] ?? 0)
    for (let i = 0; i < columns; i++) {
      this.taken[this.column++] = 1 + Number(attributes['morerows'] ?? 0)
    }
    return start
  }
}

function cellOf(cell: Element, isHeading: boolean, state: State): SpanTableCell {
  const node: SpanTableCell = {
    type: 'spanTableCell',
    children: tight(state.flow(cell.children)),
    data: {hName: isHeading ? 'th' : 'td'},
  }
  const {morecols, morerows} = cell.attributes
  if (morecols) propertiesOf(node)['colSpan'] = 1 + Number(morecols)
  if (morerows) propertiesOf(node)['rowSpan'] = 1 + Number(morerows)
  return state.part(cell, node)
}

/** The content of a lone paragraph, which needs no space around it. */
function tight(nodes: RootContent[]): RootContent[] {
  const [only] = nodes
  return nodes.length === 1 && only?.type === 'paragraph' && !only.data?.hProperties
    ? only.children
    : nodes
}

export const tableSpecs: readonly NodeSpec[] = [
  {
    type: 'table',
    becomes: '`table`, or `spanTable` where Markdown’s cannot hold it',
    handle: table,
  },
  {type: 'tgroup', becomes: 'part of the table', handle: contentOnly},
  {type: 'colspec', becomes: 'the table’s `data.widths`', handle: nothing},
  {type: 'thead', becomes: '`spanTableHead`, or the first `tableRow`', handle: contentOnly},
  {type: 'tbody', becomes: '`spanTableBody`, or the other `tableRow`s', handle: contentOnly},
  {type: 'row', becomes: '`tableRow` or `spanTableRow`', handle: contentOnly},
  {type: 'entry', becomes: '`tableCell` or `spanTableCell`', handle: contentOnly},
]
