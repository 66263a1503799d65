import type {DocumentState} from '../document.ts'
import {type Attributes, type Element, textElement} from '../tree.ts'
import {isResolved, link, noteReferenced} from './reference.ts'
import {Replacements} from './replacements.ts'
import {problematic, reportLoose} from './report.ts'
import type {Transform} from './spec.ts'
import {Ancestry, elementsOf, walk} from './walk.ts'

/** Links what still refers to a name, and reports names without a target and unused targets. */
export const danglingReferences: Transform = {
  name: 'DanglingReferences',
  priority: 850,
  doc: 'Links the remaining references and reports those without a target.',
  apply(document) {
    const ancestry = new Ancestry(document.tree)
    linkRemaining(document, ancestry)
    reportUnreferenced(document, ancestry)
  },
}

/** The same for a page: its targets may be referred to from other pages. */
export const remainingReferences: Transform = {
  name: 'RemainingReferences',
  priority: 850,
  doc: 'Links the remaining references of a page and reports those without a target.',
  apply(document) {
    if (document.refNames.size === 0) return
    linkSharedNames(document)
    linkRemaining(document, new Ancestry(document.tree))
  },
}

/**
 * An address within a reference, `` `Name <address>`_ ``, wins over a title of the same name. So it
 * was until docutils 0.21; since then such a name stands for neither.
 */
function linkSharedNames(document: DocumentState): void {
  for (const [name, addresses] of sharedAddresses(document)) {
    const [refuri, ...others] = addresses
    if (refuri === undefined || others.length > 0) continue
    for (const reference of document.refNames.get(name)!) {
      if (!isResolved(reference)) link(reference, {refuri})
    }
  }
}

/** The addresses behind names that are referred to and stand for more than one element. */
function sharedAddresses(document: DocumentState): Map<string, Set<string>> {
  const {refNames, nameIds, tree} = document
  const shared = [...refNames.keys()].filter(
    (name) => nameIds.has(name) && nameIds.get(name) === undefined,
  )
  const addresses = new Map(shared.map((name) => [name, new Set<string>()]))
  if (shared.length === 0) return addresses
  for (const {attributes} of elementsOf(tree, 'target')) {
    const {refuri, dupnames = []} = attributes
    if (refuri === undefined) continue
    for (const name of dupnames) addresses.get(name)?.add(refuri)
  }
  return addresses
}

function linkRemaining(document: DocumentState, ancestry: Ancestry): void {
  const replacements = new Replacements()
  walk(document.tree, (element) => {
    const {refname} = element.attributes
    if (refname === undefined || !isReference(element) || isResolved(element)) return
    const isOwn = document.nameIds.has(refname)
    const address = isOwn ? undefined : addressIn(document.prolog, refname)
    if (address !== undefined) return link(element, {refuri: address})
    const id = document.nameIds.get(refname)
    if (id !== undefined) {
      link(element, {refid: id})
      noteReferenced(document.ids.get(id)!, {id})
      return
    }
    const message = reportDangling(document, element, refname, ancestry)
    replacements.replace(element, [problematic(document, element, message, 'own id')])
  })
  replacements.apply(document.tree)
}

/** The address of a target in a prolog, which holds in all documents. */
function addressIn(prolog: DocumentState | undefined, name: string): string | undefined {
  for (let at = prolog; at; at = at.prolog) {
    const seen = new Set<string>()
    for (let next: string | undefined = name; next !== undefined && !seen.has(next);) {
      seen.add(next)
      const id = at.nameIds.get(next)
      const {refuri, refname}: Attributes = (id && at.ids.get(id)?.attributes) || {}
      if (refuri !== undefined) return refuri
      next = refname
    }
  }
  return undefined
}

function isReference({type}: Element): boolean {
  return type === 'reference' || type === 'footnote_reference' || type === 'citation_reference'
}

function reportDangling(
  document: DocumentState,
  reference: Element,
  name: string,
  ancestry: Ancestry,
): Element {
  if (document.nameIds.has(name)) {
    return reportLoose(document, 'ambiguous-reference', {name}, reference, {ancestry})
  }
  const hint = hintFor(name)
  const children = hint === undefined ? [] : [textElement('paragraph', hint)]
  return reportLoose(document, 'undefined-reference', {name}, reference, {ancestry, children})
}

/** docutils' guess at what went wrong where a name looks like an attempt at an embedded address. */
function hintFor(name: string): string | undefined {
  if (!name.includes('<') && !name.includes('>')) return undefined
  const hints = ['Did you want to embed a URI or alias?']
  if (!name.includes('<')) hints.push('Opening bracket missing.')
  else if (!name.includes(' <')) {
    hints.push('The embedded reference must be preceded by whitespace.')
  }
  if (!name.includes('>')) hints.push('Closing bracket missing.')
  else if (!name.endsWith('>')) {
    hints.push('The embedded reference must be the last text before the end string.')
  }
  if (name.includes('< ') || name.includes(' >')) {
    hints.push('Whitespace around the embedded reference is not allowed.')
  }
  return hints.join('\n')
}

function reportUnreferenced(document: DocumentState, ancestry: Ancestry): void {
  walk(document.tree, (target) => {
    if (target.type !== 'target' || target.data?.referenced) return
    const {anonymous, names, dupnames, ids, refid} = target.attributes
    if (anonymous || dupnames?.length) return // what keeps it from being used has been reported
    const name = names?.[0] ?? ids?.[0] ?? refid!
    reportLoose(document, 'unreferenced-target', {name}, target, {ancestry})
  })
}
