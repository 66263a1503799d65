import type {DocumentState} from '../document.ts'
import type {Element} from '../tree.ts'
import {isResolved, link, noteReferenced, referencesTo, setResolved} from './reference.ts'
import {Replacements} from './replacements.ts'
import {problematic, reportLoose} from './report.ts'
import type {Transform} from './spec.ts'
import {Ancestry} from './walk.ts'

/** Follows targets that name another target, and gives what refers to them the final address. */
export const indirectHyperlinks: Transform = {
  name: 'IndirectHyperlinks',
  priority: 460,
  doc: 'Follows targets that point to targets, so that references reach the last one.',
  apply(document) {
    if (document.indirectTargets.length > 0) new Indirection(document).run()
  },
}

/** A target on the way to the end of its chain, and the target it refers to, once followed. */
interface Hop {
  target: Element
  next?: Element
  nextId?: string
}

class Indirection {
  private readonly document: DocumentState
  private readonly ancestry: Ancestry
  private readonly replacements = new Replacements()

  constructor(document: DocumentState) {
    this.document = document
    this.ancestry = new Ancestry(document.tree)
  }

  run(): void {
    for (const target of this.document.indirectTargets) {
      if (!isResolved(target)) this.resolveTarget(target)
      this.resolveReferences(target)
    }
    this.replacements.apply(this.document.tree)
  }

  /** Goes to the end of the chain of targets, then back, handing the address on. */
  private resolveTarget(first: Element): void {
    const hops: Hop[] = [{target: first}]
    const onTheWay = new Set<Element>([first])
    while (hops.length > 0) {
      const hop = hops[hops.length - 1]!
      const further = hop.next ? undefined : this.follow(hop)
      if (further && onTheWay.has(further)) {
        this.closeCircle(hop, further)
      } else if (further) {
        onTheWay.add(further)
        hops.push({target: further})
        continue
      } else if (hop.next) this.takeAddress(hop.target, hop.next, hop.nextId!)
      onTheWay.delete(hop.target)
      hops.pop()
    }
  }

  /** Finds what a target refers to; answers it if it has to be followed in turn. */
  private follow(hop: Hop): Element | undefined {
    const {refname, refid} = hop.target.attributes
    const id = refname === undefined ? refid : this.document.nameIds.get(refname)
    const next = id === undefined ? undefined : this.document.ids.get(id)
    if (!next) {
      this.missing(hop.target)
      return undefined
    }
    noteReferenced(next, {id: id!})
    hop.next = next
    hop.nextId = id!
    const isIndirect = next.type === 'target' && next.attributes.refname !== undefined
    return isIndirect && !isResolved(next) ? next : undefined
  }

  /**
   * The target that `hop` leads back to is reported; being resolved then, it counts as the end of
   * the chain for the others.
   */
  private closeCircle(hop: Hop, start: Element): void {
    const next = this.document.nameIds.get(start.attributes.refname!)
    const behind = next === undefined ? undefined : this.document.ids.get(next)
    if (behind) noteReferenced(behind, {id: next!})
    this.fail(start, 'forming a circular reference')
    this.takeAddress(hop.target, hop.next!, hop.nextId!)
  }

  private takeAddress(target: Element, next: Element, nextId: string): void {
    const {refuri, refid, ids} = next.attributes
    const {attributes} = target
    if (refuri !== undefined) {
      attributes.refuri = refuri
      delete attributes.refid
    } else if (refid !== undefined || ids?.length) {
      attributes.refid = refid ?? nextId
      this.document.noteRefId(target)
    } else return this.missing(target)
    delete attributes.refname
    setResolved(target)
  }

  private missing(target: Element): void {
    const twice = this.document.nameIds.has(target.attributes.refname!)
    this.fail(
      target,
      twice
        ? 'which is a duplicate, and cannot be used as a unique reference'
        : 'which does not exist',
    )
  }

  private fail(target: Element, problem: string): void {
    const {names = [], ids = [], refname = ''} = target.attributes
    const naming = [
      ...names.slice(0, 1).map((name) => `"${name}"`),
      ...ids.slice(0, 1).map((id) => `(id="${id}")`),
    ].join(' ')
    const values = {naming, target: refname, problem}
    const {ancestry} = this
    const message = reportLoose(this.document, 'indirect-target', values, target, {ancestry})
    this.document.setId(message)
    const byId = ids.flatMap((id) => this.document.refIds.get(id) ?? [])
    for (const reference of new Set([...referencesTo(this.document, target), ...byId])) {
      const replacement = problematic(this.document, reference, message)
      this.replacements.replace(reference, [replacement])
    }
    setResolved(target)
  }

  /** Hands the address of a target on to what refers to it, and to what refers to that. */
  private resolveReferences(first: Element): void {
    const targets = [first]
    for (let target = targets.pop(); target; target = targets.pop()) {
      const {refid, refuri, names = [], ids = []} = target.attributes
      if (refid === undefined && refuri === undefined) continue
      const address = refid !== undefined ? {refid} : {refuri: refuri!}
      for (const name of names) {
        const references = this.document.refNames.get(name) ?? []
        if (references.length > 0) noteReferenced(target, {name})
        targets.push(...this.linkAll(references, address).reverse())
      }
      for (const id of ids) {
        const references = this.document.refIds.get(id) ?? []
        if (references.length > 0) noteReferenced(target, {id})
        targets.push(...this.linkAll(references, address).reverse())
      }
    }
  }

  /** Links the references that have no address yet; answers those that are targets themselves. */
  private linkAll(
    references: readonly Element[],
    address: {refuri: string} | {refid: string},
  ): Element[] {
    const targets: Element[] = []
    for (const reference of references) {
      if (isResolved(reference)) continue
      link(reference, address)
      if ('refid' in address) this.document.noteRefId(reference)
      if (reference.type === 'target') targets.push(reference)
    }
    return targets
  }
}
