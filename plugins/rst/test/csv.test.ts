import {describe, expect, it} from 'vitest'
import {CsvError, type Dialect, parseCsv} from '../src/directive/csv.ts'

const plain: Dialect = {delimiter: ',', quote: '"', skipSpace: true}
const escaping: Dialect = {...plain, escape: '\\'}
const spaced: Dialect = {...plain, delimiter: ' '}
const keeping: Dialect = {...plain, skipSpace: false}

const expectedEnd = 'unexpected end of data'

/** What Python's csv.reader gives in its strict mode. */
const table: [string, Dialect, string[], string[][] | string][] = [
  [
    'values, an empty line, empty values',
    plain,
    ['a, "b"', '', 'c,,'],
    [['a', 'b'], [], ['c', '', '']],
  ],
  ['a delimiter alone', plain, [','], [['', '']]],
  ['spaces alone', plain, ['   '], [['']]],
  ['quotes inside a value', plain, ['a"b"c'], [['a"b"c']]],
  ['doubled quotes', plain, ['"a""b"'], [['a"b']]],
  ['a value of two lines', plain, ['"a', 'b",c'], [['a\nb', 'c']]],
  ['a value after one of two lines', plain, ['"a"', '"b', 'c"'], [['a'], ['b\nc']]],
  ['empty quotes', plain, ['""'], [['']]],
  ['text after quotes', plain, ['"a" ,b'], "',' expected after '\"'"],
  ['quotes without end', plain, ['"a', ''], expectedEnd],
  ['an escaped delimiter', escaping, ['a\\,b'], [['a,b']]],
  ['an escaped line break', escaping, ['a\\', 'b,c'], [['a\nb', 'c']]],
  ['an escaped end', escaping, ['a\\'], expectedEnd],
  [
    'text after quotes, where they are escaped',
    escaping,
    ['"a"b', '"a""b",c'],
    [['ab'], ['a"b"', 'c']],
  ],
  ['spaces as delimiters', spaced, ['a  b "c d"'], [['a', 'b', 'c d']]],
  ['spaces that are kept', keeping, ['a, "b"'], [['a', ' "b"']]],
]

describe('parseCsv', () => {
  it.each(table)('%s', (_, dialect, lines, expected) => {
    const rows = parseCsv(lines, dialect)
    const seen =
      rows instanceof CsvError ? rows.problem : rows.map((row) => row.map(({text}) => text))
    expect(seen).toEqual(expected)
  })

  it('tells on which line a value starts', () => {
    const rows = parseCsv(['"a', 'b", "c', 'd"'], plain)
    expect(rows).toEqual([
      [
        {text: 'a\nb', line: 0},
        {text: 'c\nd', line: 1},
      ],
    ])
  })
})
