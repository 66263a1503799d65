import type {Element} from '../tree.ts'
import {body} from './category.ts'

/**
 * A part of an element's content model: which types may stand there, and whether one of them must
 * or more than one may.
 */
interface Part {
  types: ReadonlySet<string>
  required?: true
  repeated?: true
}

const structure: readonly Part[] = [
  {types: new Set([...body, 'topic', 'sidebar', 'transition']), repeated: true},
  {types: new Set(['section', 'transition']), repeated: true},
]

/** docutils' content models of the elements that hold sections. */
const models: Readonly<Record<string, readonly Part[]>> = {
  document: [
    {types: new Set(['title'])},
    {types: new Set(['subtitle'])},
    {types: new Set(['meta']), repeated: true},
    {types: new Set(['decoration'])},
    {types: new Set(['docinfo'])},
    {types: new Set(['transition'])},
    ...structure,
  ],
  section: [
    {types: new Set(['title']), required: true},
    {types: new Set(['subtitle'])},
    ...structure,
  ],
}

/**
 * Whether `parent`, a document or section, would be valid with a paragraph in place of the child
 * at `index`: then a body element may stand beside it.
 */
export function allowsBodyAt(parent: Element, index: number): boolean {
  const {children} = parent
  const typeAt = (i: number): string | undefined => (i === index ? 'paragraph' : children[i]?.type)
  // Where many are misplaced the next one is near, so the search starts behind `index`.
  for (let step = 1; step < children.length; step++) {
    const i = (index + step) % children.length
    if (!isWellPlaced(typeAt(i)!, typeAt(i - 1), i === children.length - 1)) return false
  }
  return followsModel(typeAt, models[parent.type] ?? [])
}

/** docutils' rules beyond the content model: a subtitle behind a title, transitions apart. */
function isWellPlaced(type: string, before: string | undefined, isLast: boolean): boolean {
  if (type === 'subtitle') return before !== undefined
  if (type !== 'transition') return true
  return before !== undefined && !mustNotPrecedeTransition.has(before) && !isLast
}

const mustNotPrecedeTransition = new Set(['title', 'subtitle', 'meta', 'decoration', 'transition'])

function followsModel(
  typeAt: (index: number) => string | undefined,
  model: readonly Part[],
): boolean {
  let at = 0
  for (const {types, required, repeated} of model) {
    if (required && !types.has(typeAt(at) ?? '')) return false
    for (let type = typeAt(at); type !== undefined && types.has(type); type = typeAt(at)) {
      at++
      if (!repeated) break
    }
  }
  return typeAt(at) === undefined
}
