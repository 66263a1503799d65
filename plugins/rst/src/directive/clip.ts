/** The options that choose a part of a file. */
export interface ClipOptions {
  'start-line'?: number
  'end-line'?: number
  'start-after'?: string
  'end-before'?: string
}

/** A part of a file, and where it starts there: lines and columns before it. */
export interface Clip {
  text: string
  skipped: number
  column: number
}

/** Where docutils' host language ends a line. */
const lineBreak = /\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]/ // eslint-disable-line no-control-regex

/** The lines of a text, of which the last one need not be ended. */
export function splitText(text: string): string[] {
  const lines = text.split(lineBreak)
  if (lines.at(-1) === '') lines.pop()
  return lines
}

/**
 * Cuts a part out of a text: first by lines, counted from 0 and from the end if negative, then
 * after the first match of one text and before the first match of another. Answers the name of an
 * option whose text is not there.
 */
export function clip(text: string, options: ClipOptions): Clip | 'start-after' | 'end-before' {
  const part = clipLines({text, skipped: 0, column: 0}, options)
  const {'start-after': after, 'end-before': before} = options
  if (after) {
    const found = part.text.indexOf(after)
    if (found < 0) return 'start-after'
    advance(part, found + after.length)
  }
  if (before) {
    const found = part.text.indexOf(before)
    if (found < 0) return 'end-before'
    part.text = part.text.slice(0, found)
  }
  return part
}

function clipLines(whole: Clip, {'start-line': start, 'end-line': end}: ClipOptions): Clip {
  if (!start && end === undefined) return whole
  const lines = splitText(whole.text)
  const part = lines.slice(start, end)
  const first = start ?? 0
  const skipped = first < 0 ? Math.max(lines.length + first, 0) : Math.min(first, lines.length)
  return {text: part.join('\n'), skipped, column: 0}
}

function advance(part: Clip, count: number): void {
  const before = part.text.slice(0, count).split('\n')
  part.skipped += before.length - 1
  part.column = before.length > 1 ? before.at(-1)!.length : part.column + count
  part.text = part.text.slice(count)
}

/** What tells one part of a file from another; empty for the whole file. */
export function clipKey(options: ClipOptions): string {
  const {'start-line': start, 'end-line': end, 'start-after': after, 'end-before': before} = options
  if (start === undefined && end === undefined && !after && !before) return ''
  return JSON.stringify([start, end, after ?? '', before ?? ''])
}
