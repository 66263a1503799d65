import type {DocumentState} from '../document.ts'
import type {Element} from '../tree.ts'
import {transforms} from './index.ts'
import type {Transform} from './spec.ts'
import {testMessages} from './test-messages.ts'

const byName = new Map(transforms.map((transform) => [transform.name, transform]))

/**
 * Applies docutils' transforms to a parsed document, as docutils' own tests do: those named, those
 * that elements of the document wait for, and one that puts messages without a place in the tree
 * behind the document.
 *
 * @throws RangeError if no transform has one of the names
 */
export function applyTransforms(document: DocumentState, names: readonly string[]): void {
  runTransforms(document, [...names.map(transformNamed), testMessages])
}

/** Applies transforms and those that elements of the document wait for, by ascending priority. */
export function runTransforms(document: DocumentState, wanted: readonly Transform[]): void {
  const pending = pendingByTransform(document)
  const all = [...new Set([...pending.keys(), ...wanted])]
  all.sort((a, b) => a.priority - b.priority)
  for (const transform of all) transform.apply(document, pending.get(transform) ?? [])
}

function transformNamed(name: string): Transform {
  const transform = byName.get(name)
  if (!transform) throw new RangeError(`Unexpected transform \`${name}\`, expected a known one`)
  return transform
}

/** Elements by the transform they wait for, of which they have the dotted name. */
function pendingByTransform(document: DocumentState): Map<Transform, Element[]> {
  const pending = new Map<Transform, Element[]>()
  for (const element of document.pending) {
    const transform = transformNamed(element.data!.transform!.split('.').pop()!)
    const list = pending.get(transform)
    if (list) list.push(element)
    else pending.set(transform, [element])
  }
  return pending
}
