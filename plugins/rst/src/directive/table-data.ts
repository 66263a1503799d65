import {Element, type Node} from '../tree.ts'
import {valueOr} from './convert/choice.ts'
import {nonnegativeInteger, positiveIntegers} from './convert/number.ts'
import type {DirectiveCall, OptionValues} from './spec.ts'
import {frameOptions} from './table-frame.ts'

/** The options of tables that are made of rows of data. */
export const dataOptions = {
  ...frameOptions,
  widths: valueOr(['auto'], positiveIntegers),
  'header-rows': nonnegativeInteger,
  'stub-columns': nonnegativeInteger,
}

export type DataCall = DirectiveCall<OptionValues<typeof dataOptions>>

/** The message about rows that are too few for the header or too short for the stubs, if so. */
export function checkRows(call: DataCall, rows: readonly unknown[][]): Node[] | undefined {
  const {name} = call
  const headers = call.options['header-rows'] ?? 0
  const stubs = call.options['stub-columns'] ?? 0
  if (rows.length < headers) {
    return call.fail('table-header-rows', {name, headers, rows: rows.length})
  }
  if (headers > 0 && rows.length === headers) {
    return call.fail('table-body-rows', {name, rows: rows.length})
  }
  for (const {length} of rows) {
    if (length < stubs) return call.fail('table-stub-columns', {name, stubs, columns: length})
    if (stubs > 0 && length === stubs) {
      return call.fail('table-body-columns', {name, columns: length})
    }
  }
  return undefined
}

/** The message about widths whose number is not that of the columns, if so. */
export function checkWidths(call: DataCall, columns: number): Node[] | undefined {
  const {widths} = call.options
  if (!Array.isArray(widths) || widths.length === columns) return undefined
  return call.fail('table-widths', {name: call.name, columns})
}

/** A table of rows; the columns' widths are those given, or equal. */
export function buildTable(
  call: DataCall,
  columns: number,
  head: readonly Element[],
  body: readonly Element[],
): Element {
  const {widths, 'stub-columns': stubs = 0} = call.options
  const group = new Element('tgroup', {cols: columns})
  for (let index = 0; index < columns; index++) {
    const width = Array.isArray(widths) ? widths[index] : Math.floor(100 / columns)
    const stub = index < stubs ? {stub: true} : {}
    group.children.push(new Element('colspec', {colwidth: width, ...stub}))
  }
  if (head.length > 0) group.children.push(new Element('thead', {}, [...head]))
  group.children.push(new Element('tbody', {}, [...body]))
  return new Element('table', {}, [group])
}
