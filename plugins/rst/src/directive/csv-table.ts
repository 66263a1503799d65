import {Line, Lines, Origin} from '../text/line.ts'
import {Source, toLines} from '../text/source.ts'
import {trimEnd} from '../text/whitespace.ts'
import {Element, type Node} from '../tree.ts'
import {checkBudget} from './budget.ts'
import {splitText} from './clip.ts'
import {singleCharacter, singleCharacterOrSpace} from './convert/character.ts'
import {encoding} from './convert/encoding.ts'
import {flag, path, unchanged, uri} from './convert/text.ts'
import {type Cell, CsvError, type Dialect, parseCsv} from './csv.ts'
import {failToRead, urlProblem} from './read-file.ts'
import {directive, type DirectiveCall, type LoadedFile, type OptionValues} from './spec.ts'
import {buildTable, checkRows, checkWidths, dataOptions} from './table-data.ts'
import {addClasses, frameTable, type TableTitle, tableTitle, widthsClass} from './table-frame.ts'

const options = {
  ...dataOptions,
  header: unchanged,
  file: path,
  url: uri,
  encoding,
  delim: singleCharacterOrSpace,
  keepspace: flag,
  quote: singleCharacter,
  escape: singleCharacter,
}

type CsvCall = DirectiveCall<OptionValues<typeof options>>

export const csvTable = directive({
  name: 'csv-table',
  doc: 'A table of comma-separated values, from the content or a file; it is never fetched.',
  arguments: {optional: 1, whitespace: true},
  options,
  content: true,
  run(call) {
    const {file, url} = call.options
    if (!call.settings.file_insertion_enabled && (file !== undefined || url !== undefined)) {
      return call.fail('csv-table-disabled', {name: call.name})
    }
    const title = tableTitle(call)
    const problem = checkSource(call)
    if (problem) return problem
    if (file === undefined) return tableOf(call, call.content.lines, title)
    const loaded = call.load(file, call.options.encoding)
    if ('refusal' in loaded) return failToRead(call, loaded)
    return (
      checkBudget(call, loaded.path, loaded.text) ?? tableOf(call, linesOf(call, loaded), title)
    )
  },
})

/** The message about data that come from two places, none, or the network, if so. */
function checkSource(call: CsvCall): Node[] | undefined {
  const {name, content} = call
  const {file, url} = call.options
  const external = file !== undefined || url !== undefined
  if (content.length > 0) return external ? call.fail('content-and-file', {name}) : undefined
  if (file !== undefined && url !== undefined) return call.fail('file-and-url', {name})
  if (url !== undefined) {
    return call.fail('url-unread', {name, url, problem: urlProblem(url)})
  }
  return external ? undefined : call.fail('csv-table-content', {name})
}

function linesOf(call: CsvCall, file: Extract<LoadedFile, {text: string}>): Line[] {
  const source = new Source(file.path, file.text)
  return toLines(splitText(file.text), new Origin(source, {line: call.line}))
}

function tableOf(call: CsvCall, lines: readonly Line[], title: TableTitle): Node[] {
  const {name} = call
  const dialect = dialectOf(call)
  const head = parseRows(headerLines(call), dialect)
  if (head instanceof CsvError) return call.fail('csv-data', {name, problem: head.problem})
  const rows = parseRows(lines, dialect)
  if (rows instanceof CsvError) return call.fail('csv-data', {name, problem: rows.problem})
  const all = [...head, ...rows]
  const columns = all.reduce((most, {length}) => Math.max(most, length), 0)
  const problem = checkRows(call, rows) ?? checkWidths(call, columns)
  if (problem) return problem
  if (columns === 0) return call.fail('csv-empty', {})
  const elements = all.map((row) => rowElement(call, row, columns))
  const headers = head.length + (call.options['header-rows'] ?? 0)
  const table = buildTable(call, columns, elements.slice(0, headers), elements.slice(headers))
  addClasses(table, widthsClass(call.options.widths))
  addClasses(table, call.options.class)
  return frameTable(call, table, title)
}

function dialectOf({options}: CsvCall): Dialect {
  const {delim = ',', quote = '"', escape, keepspace} = options
  return {delimiter: delim, quote, escape, skipSpace: !keepspace}
}

function headerLines({options, line}: CsvCall): Line[] {
  if (options.header === undefined) return []
  return options.header.split('\n').map((text) => new Line(text, line.origin, line.number))
}

/** Rows of cells, each of which is a block of lines. */
function parseRows(lines: readonly Line[], dialect: Dialect): Line[][][] | CsvError {
  const texts = lines.map(({text}) => text)
  const rows = parseCsv(texts, dialect)
  return rows instanceof CsvError
    ? rows
    : rows.map((row) => row.map((cell) => cellLines(cell, lines)))
}

/** The lines of a cell, which docutils numbers from 1. */
function cellLines(cell: Cell, lines: readonly Line[]): Line[] {
  const first = lines[cell.line]!
  const origin = first.origin.renumbered(first.number - 1)
  return splitText(cell.text).map((text, index) => {
    const {number, column} = lines[Math.min(cell.line + index, lines.length - 1)]!
    return new Line(trimEnd(text), origin, number, column)
  })
}

/** docutils counts the lines of every cell from the first line of the data. */
function rowElement(call: CsvCall, cells: readonly Line[][], columns: number): Element {
  const row = new Element('row')
  for (let index = 0; index < columns; index++) {
    const lines = cells[index] ?? []
    const entry = new Element('entry', {}, [], lines[0])
    if (lines.some(({text}) => text !== '')) {
      call.parseBlocks(new Lines(lines, call.content.offset, true), entry)
    }
    row.children.push(entry)
  }
  return row
}
