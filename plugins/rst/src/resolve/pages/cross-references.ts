import type {DocumentState} from '../../document.ts'
import {type Attributes, Element, textElement} from '../../tree.ts'
import {relativePath} from '../../text/path.ts'
import {NearestName} from '../nearest.ts'
import {typesIn} from '../presence.ts'
import {Replacements} from '../replacements.ts'
import {reportLoose} from '../report.ts'
import {elementsOf} from '../walk.ts'
import type {PageIndex} from './page-index.ts'
import {type Destination, type Resolver, resolverFor} from './resolvers.ts'

/**
 * Links the references to pages, labels, terms and objects. What leads nowhere is reported and
 * stays as the text it was.
 */
export function resolveCrossReferences(document: DocumentState, index: PageIndex): void {
  if (!typesIn(document).has('pending_xref')) return
  const references = elementsOf(document.tree, 'pending_xref')
  new Linking(document, index).run(references)
}

/** Whether a document refers to labels or objects, which any page may have. */
export function refersByName(document: DocumentState): boolean {
  if (!typesIn(document).has('pending_xref')) return false
  return elementsOf(document.tree, 'pending_xref').some(({attributes}) => {
    return attributes['reftype'] !== 'doc'
  })
}

class Linking {
  private readonly document: DocumentState
  private readonly index: PageIndex
  private readonly page: string
  private readonly replacements = new Replacements()
  private readonly nearest: Record<'page' | 'label' | 'object', NearestName>

  constructor(document: DocumentState, index: PageIndex) {
    this.document = document
    this.index = index
    this.page = String(document.tree.attributes['source'])
    this.nearest = {
      page: new NearestName(() => index.pageNames(this.page)),
      label: new NearestName(() => index.labelNames()),
      object: new NearestName(() => index.objectNames('std')),
    }
  }

  run(references: readonly Element[]): void {
    for (const reference of references) {
      const {refdomain, reftype, reftarget} = reference.attributes
      const resolver = resolverFor(String(refdomain ?? ''), String(reftype))
      const target = String(reftarget)
      const query = {domain: String(refdomain), target, reference, page: this.page}
      const found = resolver.find(this.index, query)
      if (!found) this.report(reference, resolver, target)
      this.replacements.swap(
        reference,
        found ? [this.linked(reference, found)] : reference.children,
      )
    }
    this.replacements.apply(this.document.tree)
  }

  private linked(reference: Element, {page, id, text}: Destination): Element {
    const children = text === undefined ? reference.children : [textElement('inline', text)]
    const address = page === undefined ? undefined : this.addressOf(page, id)
    const link = new Element(
      address ? 'reference' : 'inline',
      {...address},
      children,
      reference.line,
    )
    link.column = reference.column
    link.raw = reference.raw
    return link
  }

  private addressOf(page: string, id: string | undefined): Attributes {
    if (page === this.page && id) return {refid: id, internal: true}
    const path = relativePath(this.page, page)
    return {refuri: id ? `${path}#${id}` : path, internal: true}
  }

  private report(reference: Element, {missing, among}: Resolver, target: string): void {
    if (missing === undefined) return
    if (missing === 'label' && this.index.findLabel(target, this.page)) {
      reportLoose(this.document, 'untitled-label', {name: target}, reference)
      return
    }
    const near = among && this.nearest[among].to(target)
    const notes = near === undefined ? [] : [{text: `Did you mean \`${near}\`?`}]
    const values = {kind: missing, target}
    reportLoose(this.document, 'undefined-cross-reference', values, reference, {notes})
  }
}
