import {describe, expect, it} from 'vitest'
import {placeCopies} from '../src/pdf/copy-marks.ts'

/** What the compiler writes for `copy-mark(line)`. */
function mark(line: number): string {
  const [width, height] = [(line % 1000) + 1, Math.floor(line / 1000) + 1].map((size) =>
    (size * 0.00001).toFixed(5).replace(/0+$/, ''),
  )
  const path = `0 0 m\n${width} 0 l\n${width} ${height} l\n0 ${height} l\nh\nf\n`
  return `/Artifact BMC\nq\n1 0 0 -1 16.8 105.7 cm\n/c0 cs\n0 scn\n${path}Q\nEMC\n`
}

const row = (id: number) => `/Span <<\n  /MCID ${id}\n>> BDC\n(\\000\\001\x80\xff) Tj\nEMC\n`

function place(content: string, ...copies: string[]): string {
  return Buffer.from(placeCopies(Buffer.from(content, 'latin1'), copies)).toString('latin1')
}

describe('the text of lines of code in a page', () => {
  it('stands around the rows of a line', () => {
    expect(place(mark(0) + row(1) + row(2) + mark(0) + row(3), 'a  b')).toBe(
      `/Span<</ActualText(a  b)>>BDC\n${row(1)}${row(2)}EMC\n${row(3)}`,
    )
  })

  it('ends where its first row is, in its font, for readers that place it by that', () => {
    const drawn = (y: number) =>
      `/Code <<\n  /MCID ${y}\n>> BDC\nq\n1 0 0 -1 20 ${y} cm\nBT\n/f0 8.4 Tf\n(a) Tj\nET\nQ\nEMC\n`
    expect(place(mark(0) + drawn(90) + drawn(80) + mark(0), 'a a')).toBe(
      `/Span<</ActualText(a a)>>BDC\n${drawn(90)}${drawn(80)}` +
        'q\n1 0 0 -1 20 90 cm\nBT\n/f0 8.4 Tf\n1 0 0 -1 0 0 Tm\nET\nEMC\nQ\n',
    )
  })

  it('is found by its number, however many there are', () => {
    const copies = Array.from({length: 12_346}, (_, at) => `line ${at}`)
    for (const line of [0, 9, 999, 1000, 12_345]) {
      expect(place(mark(line) + row(1) + mark(line), ...copies)).toContain(`(line ${line})>>BDC`)
    }
  })

  it('is a string of PDF', () => {
    const placed = (text: string) => /ActualText(.*)>>BDC/.exec(place(mark(0) + mark(0), text))![1]
    expect(placed('echo "\\(a)"')).toBe('(echo "\\\\\\(a\\)")')
    expect(placed('a\té🙂')).toBe('<feff0061000900e9d83dde42>')
  })

  it('is left out where a line begins or ends on another page', () => {
    expect(place(row(1) + mark(0) + row(2) + mark(1) + row(3) + mark(1), 'one', 'two')).toBe(
      `${row(1)}${row(2)}/Span<</ActualText(two)>>BDC\n${row(3)}EMC\n`,
    )
  })

  it('takes no other drawing for a mark', () => {
    const bar = mark(0).replaceAll('0.00001', '0.5')
    expect(place(bar + row(1) + bar)).toBe(bar + row(1) + bar)
  })
})
