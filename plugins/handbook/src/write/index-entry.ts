import {call} from '../typst/call.ts'
import type {IndexEntry} from '../tree/nodes.ts'
import type {Writer} from './writer.ts'

/** A place the index points at; it leaves no words. */
export function indexEntry(node: IndexEntry, writer: Writer): string {
  return indexPlace(node.terms.flatMap(entriesOf), writer)
}

/**
 * Anchors a place for these entries, in a heading the heading itself; an entry is its terms joined
 * by line ends.
 */
export function indexPlace(entries: readonly string[], writer: Writer): string {
  const {index, labels} = writer.book
  const {heading} = writer.scope
  const label = heading ? writer.state.place : `index#${labels.size}`
  labels.add(label)
  for (const entry of new Set(entries)) index.set(entry, [...(index.get(entry) ?? []), label])
  return heading ? '' : call('anchor', [label])
}

/**
 * The entries one line of Sphinx' `index` directive asks for: `single: a; b` is b under a;
 * `pair: a; b` is both under each other; `triple` turns around; `see: a; b` sends a to b.
 */
function entriesOf(line: string): string[] {
  const [, kind = 'single', rest = ''] =
    /^(?:(single|pair|triple|module|see|seealso)\s*:)?\s*!?([\s\S]*)$/.exec(line)!
  const terms = rest
    .split(';')
    .map((term) => term.trim().replace(/\s+/g, ' '))
    .filter(Boolean)
  const [a, b, c] = terms
  if (a === undefined) return []
  if (kind === 'pair' && b !== undefined) return [`${a}\n${b}`, `${b}\n${a}`]
  if (kind === 'triple' && b !== undefined && c !== undefined)
    return [`${a}\n${b} ${c}`, `${b}\n${c}, ${a}`, `${c}\n${a} ${b}`]
  if (kind.startsWith('see') && b !== undefined) return [`${a}\n→ ${b}`]
  return [terms.slice(0, 2).join('\n')]
}
