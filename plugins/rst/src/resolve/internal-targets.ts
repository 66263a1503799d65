import {typesIn} from './presence.ts'
import {isResolved, link, noteReferenced, setResolved} from './reference.ts'
import type {Transform} from './spec.ts'
import {elementsOf} from './walk.ts'

/** Gives references the id of the internal target they name. */
export const internalTargets: Transform = {
  name: 'InternalTargets',
  priority: 660,
  doc: 'Gives references the id of the internal target they name.',
  apply(document) {
    if (document.refNames.size === 0 || !typesIn(document).has('target')) return
    for (const target of elementsOf(document.tree, 'target')) {
      const {refuri, refid, names = []} = target.attributes
      if (refuri !== undefined || refid !== undefined) continue
      for (const name of names) {
        const id = document.nameIds.get(name)
        const references = document.refNames.get(name) ?? []
        if (references.length > 0) noteReferenced(target, {name})
        for (const reference of references) {
          if (isResolved(reference)) continue
          if (id !== undefined) link(reference, {refid: id})
          else setResolved(reference)
        }
      }
    }
  },
}
