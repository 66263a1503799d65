import type {WrittenDirective} from './written-directive.ts'

/** The options of docutils' `include` that take a part of a file. */
export const clipOptions = ['start-line', 'end-line', 'start-after', 'end-before']

/** A part of a file, or the option whose text the file does not have. */
export type Clipping = {text: string} | {missing: {option: string; text: string}}

/**
 * Takes the part of a text that the options of an include ask for, as docutils does: first lines
 * (counted from 0, from the end if negative), then what is between two texts. What is cut off in
 * front leaves its line breaks, so that the rest keeps its line numbers.
 */
export function clip(text: string, options: WrittenDirective['options']): Clipping {
  const given = new Map(options.map(({name, value}) => [name, value]))
  const lines = text.replace(/\n$/, '').split('\n')
  const first = lineIndex(given.get('start-line'), 0, lines.length)
  const last = lineIndex(given.get('end-line'), lines.length, lines.length)
  let result = '\n'.repeat(first) + lines.slice(first, last).join('\n')
  const after = given.get('start-after')
  if (after) {
    const at = result.indexOf(after)
    if (at < 0) return {missing: {option: 'start-after', text: after}}
    const end = at + after.length
    result = result.slice(0, end).replace(/[^\n]/g, '') + result.slice(end)
  }
  const before = given.get('end-before')
  if (!before) return {text: result}
  const at = result.indexOf(before)
  if (at < 0) return {missing: {option: 'end-before', text: before}}
  return {text: result.slice(0, at)}
}

function lineIndex(option: string | undefined, fallback: number, count: number): number {
  const value = Number.parseInt(option ?? '', 10)
  if (Number.isNaN(value)) return fallback
  return Math.min(Math.max(value < 0 ? count + value : value, 0), count)
}
