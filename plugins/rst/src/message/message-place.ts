import {type Element, isElement} from '../tree.ts'

/** Elements that hold no body elements; `''` is one that only collects what is parsed. */
const closed = new Set([
  ...['', 'image', 'reference', 'figure', 'table', 'literal_block', 'math_block', 'rubric'],
  ...['line_block', 'raw', 'pending', 'target', 'term', 'paragraph', 'substitution_definition'],
])

/**
 * Whether docutils leaves a message about names at the end of an element: if the element is valid
 * with it.
 */
export function mayEndInMessage(parent: Element): boolean {
  const {type, children} = parent
  if (type === 'admonition') return isElement(children[0], 'title')
  if (type === 'document') return isOpen(parent)
  if (type === 'section') return isElement(children[0], 'title') && isOpen(parent)
  return !closed.has(type)
}

/** What has been found out about the children of an element so far; they are looked at once. */
interface Progress {
  count: number
  last: unknown
  open: boolean
}

const progress = new WeakMap<Element, Progress>()

/** A document or section is open to body elements until a section or a misplaced transition. */
function isOpen(parent: Element): boolean {
  const {children} = parent
  let known = progress.get(parent)
  if (!known || children[known.count - 1] !== known.last)
    known = {count: 0, last: undefined, open: true}
  for (; known.open && known.count < children.length; known.count++) {
    const {type} = children[known.count]!
    const before = children[known.count - 1]?.type
    known.open = type !== 'section' && (type !== 'transition' || mayPrecedeTransition(before))
  }
  known.last = children[known.count - 1]
  progress.set(parent, known)
  return known.open
}

function mayPrecedeTransition(type: string | undefined): boolean {
  return type !== undefined && !notBeforeTransition.has(type)
}

const notBeforeTransition = new Set(['title', 'subtitle', 'meta', 'decoration', 'transition'])
