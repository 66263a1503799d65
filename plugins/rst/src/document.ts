import {mayEndInMessage} from './message/message-place.ts'
import type {Message} from './message/message.ts'
import type {Reporter} from './message/reporter.ts'
import {type Budget, defaultBudget} from './options.ts'
import type {RoleSpec} from './role/spec.ts'
import type {Settings} from './settings.ts'
import {collapseSpace, makeId, normalizeName} from './text/name.ts'
import {startTag} from './pseudo-xml.ts'
import type {Element} from './tree.ts'
import {addTo} from './tree.ts'

/** Something that references can name and that is no label: a term, an option, a function. */
export interface DeclaredObject {
  domain: string
  type: string
  /** The name as it was written. */
  name: string
  /** What a reference leads to. */
  element: Element
  /** What references show, where that is not the name: the number of a formula. */
  shown?: string
}

/**
 * A document being parsed and resolved: its tree and docutils' books about it. `note…` methods
 * enter something into the books; what they hold is documented at each field.
 */
export class DocumentState {
  readonly tree: Element
  readonly settings: Settings
  readonly reporter: Reporter
  readonly messages: Message[]
  /** The document that stands before this one without being part of it (Sphinx' rst_prolog). */
  readonly prolog: DocumentState | undefined
  /** What the document may cost. */
  readonly budget: Budget

  /** Element by id. */
  readonly ids = new Map<string, Element>()
  /** Id by name; `undefined` for a name that stands for more than one element. */
  readonly nameIds = new Map<string, string | undefined>()
  /** Whether a name was given by the author (`true`) or follows from a title. */
  readonly nameTypes = new Map<string, boolean>()
  /** Elements that refer to a name, in document order. */
  readonly refNames = new Map<string, Element[]>()
  /** Elements that refer to an id. */
  readonly refIds = new Map<string, Element[]>()
  readonly indirectTargets: Element[] = []
  /** Definitions by name with white space collapsed. */
  readonly substitutionDefinitions = new Map<string, Element>()
  /** The name as it was defined, by its form without case. */
  readonly substitutionNames = new Map<string, string>()
  readonly footnotes: Element[] = []
  readonly footnoteReferences = new Map<string, Element[]>()
  readonly autofootnotes: Element[] = []
  readonly autofootnoteReferences: Element[] = []
  readonly symbolFootnotes: Element[] = []
  readonly symbolFootnoteReferences: Element[] = []
  readonly citations: Element[] = []
  readonly citationReferences = new Map<string, Element[]>()
  /** Elements of type `pending`, in the order they were noted. */
  readonly pending: Element[] = []
  /** System messages that found no place in the tree while parsing, or while transforming. */
  readonly parseMessages: Element[] = []
  readonly transformMessages: Element[] = []
  /** Roles defined in this document, by lower-case name; the empty name is the default role. */
  readonly roles = new Map<string, RoleSpec>()
  /** How many lines includes have added so far, against the budget. */
  includedLines = 0
  /** What the document declares for the references of all pages. */
  readonly objects: DeclaredObject[] = []
  /** What directives set for those that follow: a highlighted language, a program, a module. */
  readonly context = new Map<string, string>()
  /** Paths of all files that were asked for, whether or not they could be read. */
  readonly dependencies = new Set<string>()
  private readonly counters = new Map<string, number>()

  constructor(
    tree: Element,
    settings: Settings,
    reporter: Reporter,
    messages: Message[],
    prolog?: DocumentState,
    budget: Budget = defaultBudget,
  ) {
    this.tree = tree
    this.settings = settings
    this.reporter = reporter
    this.messages = messages
    this.prolog = prolog
    this.budget = budget
  }

  noteImplicitTarget(target: Element, messagesTo?: Element): void {
    this.noteNames(target, this.setId(target, messagesTo), false, messagesTo)
  }

  noteExplicitTarget(target: Element, messagesTo?: Element): void {
    this.noteNames(target, this.setId(target, messagesTo), true, messagesTo)
  }

  noteRefName(reference: Element): void {
    append(this.refNames, reference.attributes.refname!, reference)
  }

  noteRefId(reference: Element): void {
    append(this.refIds, reference.attributes.refid!, reference)
  }

  noteIndirectTarget(target: Element): void {
    this.indirectTargets.push(target)
    if (target.attributes.names?.length) this.noteRefName(target)
  }

  noteFootnote(footnote: Element): void {
    this.setId(footnote)
    const {auto} = footnote.attributes
    if (auto === '*') this.symbolFootnotes.push(footnote)
    else if (auto) this.autofootnotes.push(footnote)
    else this.footnotes.push(footnote)
  }

  noteFootnoteReference(reference: Element): void {
    this.setId(reference)
    const {auto, refname} = reference.attributes
    if (auto === '*') this.symbolFootnoteReferences.push(reference)
    else if (auto) this.autofootnoteReferences.push(reference)
    if (refname === undefined) return
    append(this.footnoteReferences, refname, reference)
    this.noteRefName(reference)
  }

  noteCitation(citation: Element): void {
    this.citations.push(citation)
  }

  noteCitationReference(reference: Element): void {
    this.setId(reference)
    append(this.citationReferences, reference.attributes.refname!, reference)
    this.noteRefName(reference)
  }

  notePending(pending: Element): void {
    this.pending.push(pending)
  }

  noteSubstitution(definition: Element, name: string, messagesTo?: Element): void {
    const collapsed = collapseSpace(name)
    const old = this.substitutionDefinitions.get(collapsed)
    if (old) {
      const message = this.reporter.aboutNode(
        'duplicate-substitution',
        {name: collapsed},
        definition,
      )
      messagesTo?.children.push(message)
      makeDuplicate(old, collapsed)
    }
    this.substitutionDefinitions.set(collapsed, definition)
    this.substitutionNames.set(normalizeName(collapsed), collapsed)
  }

  /** Gives an element an id, from its first free name or a counter, unless it has one. */
  setId(element: Element, messagesTo?: Element, prefix = ''): string {
    const own = element.attributes.ids
    if (own?.length) return this.checkIds(element, own, messagesTo)
    const id = this.freeId(element, prefix)
    addTo(element, 'ids', id)
    this.ids.set(id, element)
    return id
  }

  private checkIds(element: Element, ids: string[], messagesTo?: Element): string {
    for (const id of ids) {
      const holder = this.ids.get(id)
      if (!holder) this.ids.set(id, element)
      else if (holder !== element) {
        const message = this.reporter.aboutNode(
          'duplicate-id',
          {id, holder: startTag(holder), element: startTag(element)},
          element,
        )
        messagesTo?.children.push(message)
      }
    }
    return ids[ids.length - 1]!
  }

  private freeId(element: Element, prefix: string): string {
    let base = ''
    for (const name of element.attributes.names ?? []) {
      base = makeId(name)
      if (base !== '' && !this.ids.has(base)) return base
    }
    const stem = `${base || prefix || makeId(element.type)}-`
    let count = this.counters.get(stem) ?? 0
    do count++
    while (this.ids.has(stem + count))
    this.counters.set(stem, count)
    return stem + count
  }

  /**
   * Enters the element's names. A name that is there already is taken from the old element, the
   * new one or both, as docutils' table for the two types of names says.
   */
  private noteNames(element: Element, id: string, explicit: boolean, messagesTo?: Element): void {
    for (const name of [...(element.attributes.names ?? [])]) {
      if (this.nameIds.has(name)) this.noteDuplicate(element, id, name, explicit, messagesTo)
      else {
        this.nameIds.set(name, id)
        this.nameTypes.set(name, explicit)
      }
    }
  }

  private noteDuplicate(
    element: Element,
    id: string,
    name: string,
    explicit: boolean,
    messagesTo?: Element,
  ): void {
    const oldId = this.nameIds.get(name)
    const old = oldId === undefined ? undefined : this.ids.get(oldId)
    const oldExplicit = this.nameTypes.get(name)!
    this.nameTypes.set(name, oldExplicit || explicit)
    const report = (
      rule:
        'duplicate-external' | 'duplicate-explicit' | 'overridden-implicit' | 'duplicate-implicit',
      values: {name: string; reference: string},
    ): void => {
      const backrefs =
        element.type === 'target' && element.attributes.refuri !== undefined ? [] : [id]
      const message = this.reporter.aboutNode(rule, values, element)
      if (backrefs.length) message.attributes.backrefs = backrefs
      if (messagesTo && mayEndInMessage(messagesTo)) messagesTo.children.push(message)
      else this.parseMessages.push(message)
    }
    const {refname, refuri} = element.attributes
    const sameTarget =
      old !== undefined &&
      ((refname !== undefined && refname === old.attributes.refname) ||
        (refuri !== undefined && refuri === old.attributes.refuri))
    const values = {name, reference: refuri ?? refname ?? ''}
    if (sameTarget) {
      makeDuplicate(element, name)
      report('duplicate-external', values)
    } else if (explicit && oldExplicit) {
      makeDuplicate(element, name)
      if (old) makeDuplicate(old, name)
      this.nameIds.set(name, undefined)
      report('duplicate-explicit', values)
    } else if (explicit) {
      this.nameIds.set(name, id)
      if (old) {
        makeDuplicate(old, name)
        report('overridden-implicit', values)
      }
    } else {
      makeDuplicate(element, name)
      if (old && !oldExplicit) {
        makeDuplicate(old, name)
        this.nameIds.set(name, undefined)
      }
      report('duplicate-implicit', values)
    }
  }
}

/** Moves a name of an element to its duplicate names. */
function makeDuplicate(element: Element, name: string): void {
  addTo(element, 'dupnames', name)
  element.attributes.names = element.attributes.names?.filter((other) => other !== name)
}

function append(map: Map<string, Element[]>, key: string, element: Element): void {
  const list = map.get(key)
  if (list) list.push(element)
  else map.set(key, [element])
}
