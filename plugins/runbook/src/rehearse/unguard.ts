/** A guarded block taken apart again. */
export interface Unguarded {
  /** Whether the guard lets it run on the host it was pasted on. */
  readonly passes: boolean
  /** What it says when it does not, or when a line is refused. */
  readonly alarm: string
  readonly lines: readonly string[]
}

const test = String.raw`\[ "\$\(hostname -s\)" (!?=) ([\w-]+) \]`
const block = new RegExp(
  String.raw`^(${test}(?: && ${test})*) && \{ (.*); \} \|\| echo '([^']*)'$`,
  's',
)

/** Reads a text that `guard` has made, as pasted on `host`; undefined for any other text. */
export function unguard(text: string, host: string): Unguarded | undefined {
  const found = block.exec(text.trim())
  if (!found) return undefined
  const [, tests = '', , , , , body = '', alarm = ''] = found
  const passes = [...tests.matchAll(new RegExp(test, 'g'))].every(
    ([, sign, name]) => (name === host) === (sign === '='),
  )
  return {passes, alarm, lines: [...linesOf(body)]}
}

/** A line of several commands stands in braces; the others are whole between one `&&` and the next. */
const piece = /\{ (.*?)\n\}|((?:'[^']*'|"(?:[^"\\]|\\.)*"|\\.|(?! && )[^])+)/gs

function* linesOf(body: string): Generator<string> {
  for (const [, grouped, plain] of body.matchAll(piece)) {
    const line = (grouped ?? plain ?? '').replace(/^ && /, '')
    if (line.trim()) yield line
  }
}
