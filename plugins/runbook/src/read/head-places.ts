import type {Root} from 'mdast'
import type {Point} from 'unist'
import {positionOf} from '../model/source-position.ts'

/** Where the fields of a head stand, by name; `''` is the head itself. */
export type HeadPlaces = Readonly<Record<string, Point>>

/**
 * The places of the fields of the front matter. Docinfo is read without its places: it stands below
 * the title of the page.
 */
export function headPlaces({children: [first]}: Root): HeadPlaces {
  const start = positionOf(first)?.start ?? {line: 1, column: 1}
  if (first?.type !== 'yaml') return {'': start}
  const fields = first.value.split('\n').flatMap((line, index) => {
    const name = /^([\w-]+):/.exec(line)?.[1]
    return name === undefined ? [] : [[name, {line: start.line + 1 + index, column: 1}] as const]
  })
  return Object.fromEntries([['', start], ...fields])
}
