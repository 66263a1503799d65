import {Element, isElement, type Node} from '../tree.ts'
import {directive} from './spec.ts'
import {buildTable, checkRows, checkWidths, type DataCall, dataOptions} from './table-data.ts'
import {addClasses, frameTable, tableTitle, widthsClass} from './table-frame.ts'

export const listTable = directive({
  name: 'list-table',
  doc: 'A table written as a list of rows, which are lists of cells.',
  arguments: {optional: 1, whitespace: true},
  options: dataOptions,
  content: true,
  run(call) {
    if (call.content.length === 0) return call.fail('list-table-content', {name: call.name})
    const title = tableTitle(call)
    const collector = new Element('')
    call.parseBlocks(call.content, collector)
    const rows = rowsOf(collector)
    const columns = rows[0]?.length ?? 0
    const problem =
      checkShape(call, collector, rows) ?? checkWidths(call, columns) ?? checkRows(call, rows)
    if (problem) return problem
    const lines = rows.map((row) => new Element('row', {}, row.map(entryOf)))
    const headers = call.options['header-rows'] ?? 0
    const table = buildTable(call, columns, lines.slice(0, headers), lines.slice(headers))
    addClasses(table, widthsClass(call.options.widths))
    addClasses(table, call.options.class)
    return frameTable(call, table, title)
  },
})

/** The items of the inner lists; none for an item of the outer one that is not just a list. */
function rowsOf(collector: Element): Element[][] {
  return childElements(collector.children[0]).map((item) => {
    const [list] = item.children
    return isElement(list, 'bullet_list') ? childElements(list) : []
  })
}

function checkShape(call: DataCall, collector: Element, rows: Element[][]): Node[] | undefined {
  const {name} = call
  const [list] = collector.children
  if (collector.children.length !== 1 || !isElement(list, 'bullet_list')) {
    return call.fail('list-table-list', {name})
  }
  const first = rows[0]!.length
  for (const [index, item] of childElements(list).entries()) {
    const row = index + 1
    if (item.children.length !== 1 || !isElement(item.children[0], 'bullet_list')) {
      return call.fail('list-table-row', {name, row})
    }
    const found = rows[index]!.length
    if (found !== first) return call.fail('list-table-columns', {name, row, found, first})
  }
  return undefined
}

function childElements(node: Node | undefined): Element[] {
  return isElement(node) ? node.children.filter((child) => isElement(child)) : []
}

function entryOf(item: Element): Element {
  return new Element('entry', {}, item.children, item.line)
}
