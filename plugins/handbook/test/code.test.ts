import {describe, expect, it} from 'vitest'
import {columns, expandTabs, inlinePieces, pieces} from '../src/code/pieces.ts'
import {createHighlight} from '../src/index.ts'
import {columnWidths} from '../src/table/column-widths.ts'

/** Lines of a seeded generator: words, options, marks and spaces in any order. */
function* randomLines(count: number): Generator<string> {
  const parts = [
    '--',
    '-x',
    'word',
    '/',
    '://',
    '=',
    '&&',
    '||',
    ' ',
    '  ',
    '|',
    ';',
    '{',
    '"',
    'é',
    '字',
    '\\',
    '?',
  ]
  let seed = 42
  const random = (most: number) => (seed = (seed * 1103515245 + 12345) % 2 ** 31) % most
  for (let line = 0; line < count; line++) {
    yield Array.from({length: random(30)}, () => parts[random(parts.length)]).join('')
  }
}

describe('cutting a line of code', () => {
  it('loses and adds nothing, and never cuts after a hyphen', () => {
    for (const line of randomLines(2000)) {
      const cut = pieces(line, 'sh')
      expect(cut.map(({text}) => text).join('')).toBe(line)
      for (const {text} of cut.slice(0, -1)) expect(text).not.toMatch(/-$/)
      expect(
        inlinePieces(line, 24)
          .map(({text}) => text)
          .join(''),
      ).toBe(line)
    }
  })

  it('cuts inline code after a hyphen only where a piece is kept whole', () => {
    for (const line of randomLines(2000)) {
      for (const {text, whole} of inlinePieces(line, 24))
        expect(whole || !text.includes('-')).toBe(true)
    }
  })

  it('prefers the operators of a shell', () => {
    const strongest = pieces('a --b && c | d; e { f', 'sh').filter(({strength}) => strength === 3)
    expect(strongest.map(({text}) => text)).toEqual(['&& ', '| ', 'd; ', '{ '])
  })

  it('counts columns, two for characters of East Asia', () => {
    expect(columns('ab字')).toBe(4)
    expect(expandTabs('a\tb字\tc')).toBe(`a       b字     c`)
  })

  it('takes time in proportion to the line', () => {
    const time = (length: number) => {
      const start = process.cpuUsage()
      pieces('x-/ '.repeat(length), 'sh')
      pieces('a'.repeat(length * 4), 'sh')
      return process.cpuUsage(start).user / 1000
    }
    time(10_000)
    expect(time(200_000)).toBeLessThan(2000)
  })
})

describe('highlighting', () => {
  it('gives the line back', async () => {
    const highlight = await createHighlight(['bash', 'rb', 'nothing'])
    const code = 'sudo drbdadm -- primary all # now\n\necho "a  b" && exit 1'
    const lines = highlight(code, 'sh')!
    expect(lines.map((line) => line.map(({text}) => text).join('')).join('\n')).toBe(code)
    expect(lines[0]!.find(({kind}) => kind === 'comment')!.text).toBe('# now')
    expect(highlight('x', 'nothing')).toBeUndefined()
    expect(highlight('x', 'python')).toBeUndefined()
  })

  it('leaves the languages within a language out, and their words in', async () => {
    const highlight = await createHighlight(['ruby'])
    const code = 'page = <<~HTML\n  <b>bold</b>\nHTML\nputs page # shown'
    const lines = highlight(code, 'ruby')!
    expect(lines.map((line) => line.map(({text}) => text).join('')).join('\n')).toBe(code)
    expect(lines[3]!.at(-1)!.kind).toBe('comment')
  })
})

describe('the widths of columns', () => {
  const cell = (column: number, least: number, most: number, whole = least) => ({
    column,
    least,
    most,
    whole,
  })

  it('are as the text is, where everything fits', () => {
    expect(columnWidths([cell(0, 5, 10), cell(1, 5, 20)], 2, 100)).toEqual({dense: false})
  })

  it('are at least those of the longest words', () => {
    const {shares, dense} = columnWidths([cell(0, 20, 20), cell(1, 8, 400)], 2, 100)
    expect(dense).toBe(false)
    expect(shares![0]).toBeGreaterThanOrEqual(23)
    expect(shares![1]).toBeGreaterThan(60)
  })

  it('leave commands whole where there is room', () => {
    const {shares} = columnWidths([cell(0, 12, 40, 40), cell(1, 8, 400)], 2, 100)
    expect(shares![0]).toBeGreaterThanOrEqual(43)
  })

  it('are set in smaller type where even the words do not fit', () => {
    expect(columnWidths([cell(0, 60, 60), cell(1, 60, 60)], 2, 100).dense).toBe(true)
  })

  it('are those of the author, as far as the words allow', () => {
    expect(columnWidths([cell(0, 5, 90), cell(1, 5, 90)], 2, 100, [1, 3]).shares).toEqual([25, 75])
    expect(columnWidths([cell(0, 40, 90), cell(1, 5, 90)], 2, 100, [1, 3]).shares![0]).toBe(43)
  })
})
