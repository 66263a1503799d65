import {typesIn} from './presence.ts'
import {isResolved, link, noteReferenced} from './reference.ts'
import type {Transform} from './spec.ts'
import {elementsOf} from './walk.ts'

/** Gives references the address of the external target they name. */
export const externalTargets: Transform = {
  name: 'ExternalTargets',
  priority: 640,
  doc: 'Gives references the address of the external target they name.',
  apply(document) {
    if (document.refNames.size === 0 || !typesIn(document).has('target')) return
    for (const target of elementsOf(document.tree, 'target')) {
      const {refuri, names = []} = target.attributes
      if (refuri === undefined) continue
      for (const name of names) {
        const references = document.refNames.get(name) ?? []
        if (references.length > 0) noteReferenced(target, {name})
        for (const reference of references) if (!isResolved(reference)) link(reference, {refuri})
      }
    }
  },
}
