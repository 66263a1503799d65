import {Element, isElement} from '../tree.ts'
import {valueOr} from './convert/choice.ts'
import {positiveIntegers} from './convert/number.ts'
import {directive, type DirectiveCall} from './spec.ts'
import {addClasses, frameOptions, frameTable, tableTitle, widthsClass} from './table-frame.ts'

const options = {...frameOptions, widths: valueOr(['auto', 'grid'], positiveIntegers)}

export const table = directive({
  name: 'table',
  doc: 'A title and other properties for a table in the usual syntax.',
  arguments: {optional: 1, whitespace: true},
  options,
  content: true,
  run(call) {
    if (call.content.length === 0) return call.fail('table-content', {name: call.name})
    const title = tableTitle(call)
    const element = parseTable(call)
    if (!element) return call.fail('table-expected', {name: call.name})
    const {widths} = call.options
    if (Array.isArray(widths)) {
      const columns = setWidths(element, widths)
      if (columns !== widths.length) return call.fail('table-widths', {name: call.name, columns})
    }
    addClasses(element, call.options.class)
    addClasses(element, widthsClass(widths))
    return frameTable(call, element, title)
  },
})

/** The one table that the content holds, if it is just that. */
function parseTable(call: DirectiveCall<object>): Element | undefined {
  const collector = new Element('')
  call.parseBlocks(call.content, collector)
  const [element] = collector.children
  return collector.children.length === 1 && isElement(element, 'table') ? element : undefined
}

/** Sets the columns' widths if there is one for each; answers the number of columns. */
function setWidths(table: Element, widths: readonly number[]): number {
  const group = table.children.find((child) => isElement(child, 'tgroup'))
  const columns = (group?.children ?? []).filter((child) => isElement(child, 'colspec'))
  if (columns.length === widths.length) {
    columns.forEach((column, index) => (column.attributes['colwidth'] = widths[index]))
  }
  return columns.length
}
