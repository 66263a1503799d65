import type {DocumentState} from '../document.ts'
import {addTo, type Element} from '../tree.ts'
import {invisible, targetable, textElements} from './category.ts'
import {typesIn} from './presence.ts'
import {linkData} from './reference.ts'
import {Replacements} from './replacements.ts'
import type {Transform} from './spec.ts'
import {skip, walk} from './walk.ts'

/** Moves the names and ids of empty targets to the element that follows them. */
export const propagateTargets: Transform = {
  name: 'PropagateTargets',
  priority: 260,
  doc: 'Gives the name of a target without address to the element after it.',
  apply(document) {
    if (!typesIn(document).has('target')) return
    const replacements = new Replacements()
    let targets: Element[] = []
    let lastParent: Element | undefined
    walk(document.tree, (element, parent) => {
      if (element.type === 'system_message') return skip
      const isEmpty = isEmptyTarget(element, parent)
      if (!isEmpty && targets.length > 0) {
        const heir = accepts(element) ? element : targets.pop()!
        const misplaced = element.type === 'caption' && lastParent?.type === 'figure'
        if (misplaced) replacements.remove(targets[targets.length - 1]!)
        bequeath(document, targets, heir)
        targets = []
      }
      if (isEmpty) {
        targets.push(element)
        lastParent = parent
      }
    })
    const last = targets.pop()
    if (last) bequeath(document, targets, last)
    replacements.apply(document.tree)
  },
}

function isEmptyTarget(element: Element, parent: Element | undefined): boolean {
  if (element.type !== 'target' || !parent || textElements.has(parent.type)) return false
  const {refid, refuri, refname} = element.attributes
  return refid === undefined && refuri === undefined && refname === undefined
}

/** Invisible elements would lose the names, and footnotes and citations have their own. */
function accepts(element: Element): boolean {
  return element.type === 'target' || !(invisible.has(element.type) || targetable.has(element.type))
}

/** Hands names and ids of consecutive targets on, the nearest first; they point there instead. */
function bequeath(document: DocumentState, targets: readonly Element[], heir: Element): void {
  if (targets.length === 0) return
  const data = linkData(heir)
  const byId = (data.byId ??= new Map())
  const byName = (data.byName ??= new Map())
  for (const target of targets.toReversed()) {
    for (const id of target.attributes.ids!) {
      addTo(heir, 'ids', id)
      document.ids.set(id, heir)
      byId.set(id, target)
    }
    for (const name of target.attributes.names ?? []) {
      addTo(heir, 'names', name)
      byName.set(name, target)
    }
  }
  for (const {attributes} of targets) {
    attributes.refid = attributes.ids![0]!
    attributes.ids = []
    attributes.names = []
  }
  for (const target of targets) document.noteRefId(target)
}
