import type {DocumentState} from '../document.ts'
import type {Element} from '../tree.ts'
import {endOf} from './document-end.ts'
import {hasAnonymous} from './presence.ts'
import {linkData, setResolved} from './reference.ts'
import {Replacements} from './replacements.ts'
import {problematic} from './report.ts'
import type {Transform} from './spec.ts'
import {walk} from './walk.ts'

/** Links the anonymous references of a document to its anonymous targets, in their order. */
export const anonymousHyperlinks: Transform = {
  name: 'AnonymousHyperlinks',
  priority: 440,
  doc: 'Links each anonymous reference to the anonymous target of the same number.',
  apply(document) {
    if (!hasAnonymous(document)) return
    const references: Element[] = []
    const targets: Element[] = []
    walk(document.tree, (element) => {
      if (!element.attributes.anonymous) return
      if (element.type === 'reference') references.push(element)
      else if (element.type === 'target') targets.push(element)
    })
    if (references.length !== targets.length) return mismatch(document, references, targets.length)
    references.forEach((reference, i) => connect(document, reference, targets[i]!))
  },
}

function connect(document: DocumentState, reference: Element, first: Element): void {
  const {attributes} = reference
  if (attributes.refid !== undefined || attributes.refuri !== undefined) return
  linkData(first).referenced = true
  let target = first
  while (target.attributes.refuri === undefined && !target.attributes.ids?.length) {
    target = document.ids.get(target.attributes.refid!)! // it was propagated
  }
  if (target.attributes.refuri !== undefined) {
    attributes.refuri = target.attributes.refuri
    setResolved(reference)
  } else {
    attributes.refid = target.attributes.ids![0]!
    document.noteRefId(reference)
  }
}

function mismatch(document: DocumentState, references: Element[], targets: number): void {
  const [first] = references
  const message = document.reporter.report(
    'anonymous-mismatch',
    {references: references.length, targets},
    {line: first?.line, column: first?.column ?? 0, reported: endOf(document.tree)},
  )
  document.transformMessages.push(message)
  document.setId(message)
  const replacements = new Replacements()
  for (const reference of references) {
    replacements.replace(reference, [problematic(document, reference, message)])
  }
  replacements.apply(document.tree)
}
