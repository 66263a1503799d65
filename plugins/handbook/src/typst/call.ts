import {literal} from './literal.ts'

/** A value of Typst's: what an argument can be. Code comes as `{code}`; strings become literals. */
export type Value = string | number | boolean | undefined | Code | readonly Value[]

/** Typst source of ours, as it stands. */
export interface Code {
  readonly code: string
}

/** Marks Typst source that was written by a handler, to tell it from an author's string. */
export function code(source: string): Code {
  return {code: source}
}

/** Typst source of a value; lists are arrays. */
export function value(of: Value): string {
  if (of === undefined) return 'none'
  if (typeof of === 'string') return literal(of)
  if (typeof of === 'number' || typeof of === 'boolean') return String(of)
  return 'code' in of ? of.code : array(of.map(value))
}

/** An array of Typst's; one entry needs the comma, or it would be a parenthesis. */
export function array(entries: readonly string[]): string {
  return entries.length === 1 ? `(${entries[0]},)` : `(${entries.join(', ')})`
}

/** A dictionary of Typst's; keys are quoted, for `and` is a keyword. Entries that are `undefined` are left out. */
export function dictionary(entries: Readonly<Record<string, Value>>): string {
  const pairs = setEntries(entries).map(([key, entry]) => `${literal(key)}: ${value(entry)}`)
  return pairs.length === 0 ? '(:)' : `(${pairs.join(', ')})`
}

/** A call of a function of the theme's: positional arguments, then named ones that are set. */
export function call(
  name: string,
  positional: readonly Value[],
  named: Readonly<Record<string, Value>> = {},
): string {
  const pairs = setEntries(named).map(([key, entry]) => `${key}: ${value(entry)}`)
  return `${name}(${[...positional.map(value), ...pairs].join(', ')})`
}

function setEntries(entries: Readonly<Record<string, Value>>): [string, Value][] {
  return Object.entries(entries).filter(([, entry]) => entry !== undefined)
}

/** A code block of Typst's whose parts are joined: inline parts stay on a line. */
export function inlineBlock(parts: readonly string[]): string {
  if (parts.length === 0) return 'none'
  return parts.length === 1 ? parts[0]! : `{${parts.join('; ')}}`
}

/** A code block of Typst's, a statement a line, as nested blocks are. */
export function flowBlock(statements: readonly string[]): string {
  if (statements.length === 0) return 'none'
  if (statements.length === 1) return statements[0]!
  return `{\n${indent(statements.join('\n'))}\n}`
}

/** Indents lines of generated source. String literals hold no line ending, so nothing else changes. */
function indent(source: string): string {
  return source.replace(/^(?=.)/gm, '  ')
}
