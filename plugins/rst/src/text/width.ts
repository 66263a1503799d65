/**
 * Widths of characters in a fixed-width font, as docutils counts them: two columns for wide and
 * full-width East Asian characters, none for combining characters, one for all others.
 */

/** Ranges as `gap[+length]` in base 36, each gap counted from the end of the range before. */
function ranges(encoded: readonly string[]): Uint32Array {
  const bounds: number[] = []
  let end = 0
  for (const item of encoded.join(' ').split(' ')) {
    const [gap, length] = item.split('+')
    const start = end + parseInt(gap!, 36)
    end = start + parseInt(length ?? '0', 36)
    bounds.push(start, end)
  }
  return Uint32Array.from(bounds)
}

/** East Asian width W or F (Unicode 14). */
const wide = ranges([
  '3cw+2n 3i3+1 e+1 5b+3 4 3 ei+1 m+1 1f+b 18 k e 9+1 i+1 6+1 9 6 m 8+1 2 5 3 8 5+1 t 10 2 5+2 2',
  '1q+2 p f nw+1 1g 5 mj+p 2+2g d+5x r+b 5+1q 3+2d 3+2u 6+16 2+2l 2+2b d+1a 2+13 9+5f3 1t+h3g',
  '4+1i wq+s hw+8mb 6l9+e7 lt+9 n+y 2+i 2+3 46+2n 3k+6 m4a+4 c+1 f+4qf 9+yd 17+8 6w8+3 2+6 2+1',
  '2+82 1a+2 i+3 9+az c21 5n 5b 3+9 2u+2 e+17 5+8 8+1 f+5 4b+w d+8 2+1x 2+l d+16 5+4 d+g 4 4+1y 2',
  '2+56 3+1q e+3 2+n j r+1 e 2f+2c 1d+1x 7 4+2 3+2 6+2 c+1 8+8 6c+b 5 7w+1a 2+9 2+54 35+4 4+4 4+6',
  'a+s 4+a 6+5 b+9 7+7 9+6 zu+1ekd 3+1ekd',
])

/** Canonical combining class other than 0 (Unicode 14). */
const combining = ranges([
  'lc+26 2+v 7o+4 7e+18 2 2+1 2+1 2 21+a 1d+k h 2u+6 3+5 3+1 2+3 10 v+q 4h+8 a p+3 2+8 2+2 2+4',
  '18+2 1p+7 17+n 2+s 1p h 4+3 2w h 1d 1q h 33 h 33 h 3k 33 h 8+1 2u h 32+1 h 3h 32+2 e+3 31+2',
  'e+3 25+1 s 2 2 1k+1 2 6+3 3 2+2 2+1 1r 35 2+1 2b k0+2 qd+1 v 4e b 5o 40+2 64+1 20 l+7 3 1d+d',
  '2+f 2u g 13+8 1j+1 1n c+1 1w 49+2 2+c 2+6 5 7 4+1 5j+1r k1+c 5 4+b 2db+2 3y 2p+v ff+5 2y+1 n9x',
  '5+9 x+1 29+1 7p 12 48 s+h 1m+2 12 2o d 6o 2+2 3+1 6+1 2 1h 6v fn5 le+f r2 6b 46+4 1ar 2 15+2 5',
  '4m+1 fy+3 as+1 4a+a 1e+3 5d 16 f 1m+1 1y+2 1d+1 1r 25 a 2z+1 4z+1 29+1 h p+6 4+4 5q 4 o 2s+1',
  '70+1 3j 3b+1 38 7i+1 77+1 5 4d 2c j 2a bq 77 2+1 2a fa1+4 1o+6 xm+1 f59 43r+4 4+5 9+7 3+6 v+3',
  '45+2 2po+6 2+g 3+6 2+1 2+4 7a+6 ag 1q+3 15t+6 32+6',
])

function within(bounds: Uint32Array, code: number): boolean {
  let low = 0
  let high = bounds.length / 2 - 1
  while (low <= high) {
    const middle = (low + high) >> 1
    if (code < bounds[2 * middle]!) high = middle - 1
    else if (code > bounds[2 * middle + 1]!) low = middle + 1
    else return true
  }
  return false
}

function isWide(code: number): boolean {
  return code >= 0x1100 && within(wide, code)
}

function isCombining(code: number): boolean {
  return code >= 0x300 && within(combining, code)
}

/** The number of columns a text takes. */
export function columnWidth(text: string): number {
  if (isPlain(text)) return text.length
  let width = 0
  for (const character of text) {
    const code = character.codePointAt(0)!
    width += isWide(code) ? 2 : 1
    if (isCombining(code)) width--
  }
  return width
}

/** Whether each character of a text takes one column and one UTF-16 unit. */
export function isPlain(text: string): boolean {
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) >= 0x300) return false
  return true
}

/**
 * A text cut into its columns: a wide character is followed by a column with NUL, combining
 * characters stand with the one before them.
 */
export function toColumns(text: string): string[] {
  const columns: string[] = []
  for (const character of text) {
    const code = character.codePointAt(0)!
    if (isCombining(code) && columns.length > 0) {
      const base = columns[columns.length - 1] === '\0' ? columns.length - 2 : columns.length - 1
      columns[base] += character
    } else {
      columns.push(character)
      if (isWide(code)) columns.push('\0')
    }
  }
  return columns
}
