import type {Nodes} from 'mdast'
import type {Lower, Lowerers} from './state.ts'
import {inOneLine} from './state.ts'

type SpanTable = Extract<Nodes, {type: 'spanTable'}>
type Part = SpanTable['children'][number]
type Cell = Extract<Nodes, {type: 'spanTableCell'}>

/** A table with HTML's elements, and Markdown in its cells. */
const spanTable: Lower<SpanTable> = ({children}, state) =>
  state.element(
    'table',
    {},
    children.flatMap((part) => partOf(part, state)),
  )

const partOf: Lower<Part> = (part, state) => {
  if (part.type === 'spanTableCaption') return state.shortElement('caption', {}, part.children)
  const name = part.type === 'spanTableHead' ? 'thead' : 'tbody'
  const rows = part.children.flatMap(({children}) =>
    state.element(
      'tr',
      {},
      children.flatMap((cell) => cellOf(cell, state)),
    ),
  )
  return state.element(name, {}, rows)
}

const cellOf: Lower<Cell> = ({children, data}, state) => {
  const {colSpan, rowSpan} = (data?.hProperties ?? {}) as Record<string, number | undefined>
  const attributes = {colspan: colSpan, rowspan: rowSpan}
  const isLine = children.length === 1 && children[0]!.type === 'paragraph'
  // A writer of tables breaks lines where the column ends, which it does not in HTML.
  const content = isLine ? inOneLine(children) : children
  return state.shortElement(data?.hName === 'th' ? 'th' : 'td', attributes, content)
}

/** A cell of a Markdown table is one line. */
const tableCell: Lower<Extract<Nodes, {type: 'tableCell'}>> = ({children}, state) => [
  {type: 'tableCell', children: state.all(inOneLine(children)) as never[]},
]

export const tableLowerers: Lowerers = {spanTable, tableCell}
