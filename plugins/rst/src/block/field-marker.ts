import {markerEnd} from './marker.ts'

/** The marker of a field: its name, and where the body begins. */
export interface FieldMarker {
  name: string
  end: number
}

/**
 * The field marker `:name:` at the start of a line. Backslashes escape characters in the name; a
 * colon inside it must not look like the end of the name or the start of interpreted text.
 */
export function fieldMarker(text: string): FieldMarker | undefined {
  const first = text[1]
  if (text[0] !== ':' || first === ':' || first === ' ' || first === undefined) return undefined
  for (let at = 1; at < text.length; at++) {
    const character = text[at]
    if (character === '\\') at++
    if (character !== ':') continue
    const after = text[at + 1]
    if (after === '`') return undefined
    if (after !== undefined && after !== ' ') continue
    if (text[at - 1] === ' ') return undefined
    return {name: text.slice(1, at), end: markerEnd(text, at + 1)}
  }
  return undefined
}
