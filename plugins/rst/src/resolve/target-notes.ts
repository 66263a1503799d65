import type {DocumentState} from '../document.ts'
import {Element, type Node, Text, textElement} from '../tree.ts'
import {Replacements} from './replacements.ts'
import type {Transform} from './spec.ts'
import {walk} from './walk.ts'

/** Makes a footnote of the address of each external target that is referred to. */
export const targetNotes: Transform = {
  name: 'TargetNotes',
  priority: 540,
  doc: 'Adds a footnote with the address behind each reference to an external target.',
  apply(document, pending) {
    for (const directive of pending) {
      const notes = new TargetNotes(document, classesOf(directive))
      notes.collect()
      notes.replacements.replace(directive, [...notes.footnotes.values()])
      notes.replacements.apply(document.tree)
    }
  },
}

function classesOf(directive: Element): string[] {
  return (directive.data?.details?.['class'] ?? []) as string[]
}

class TargetNotes {
  /** Footnotes by address, in the order of the targets. */
  readonly footnotes = new Map<string, Element>()
  readonly replacements = new Replacements()
  private readonly document: DocumentState
  private readonly classes: string[]

  constructor(document: DocumentState, classes: string[]) {
    this.document = document
    this.classes = classes
  }

  collect(): void {
    const anonymous: Element[] = []
    const targets: Element[] = []
    walk(this.document.tree, (element) => {
      if (element.attributes.refuri === undefined) return
      if (element.type === 'target') targets.push(element)
      else if (element.type === 'reference' && element.attributes.anonymous) anonymous.push(element)
    })
    for (const target of targets) {
      const names = target.attributes.names ?? []
      const references = names.flatMap((name) => this.document.refNames.get(name) ?? [])
      if (references.length > 0) this.note(target.attributes.refuri!, references)
    }
    for (const reference of anonymous) this.note(reference.attributes.refuri!, [reference])
  }

  private note(address: string, references: readonly Element[]): void {
    const footnote = this.footnotes.get(address) ?? this.footnoteFor(address)
    for (const reference of references) {
      if (reference.type !== 'target') this.refer(reference, footnote.attributes.names![0]!)
    }
  }

  private footnoteFor(address: string): Element {
    const link = textElement('reference', address, {refuri: address})
    const footnote = new Element('footnote', {}, [new Element('paragraph', {}, [link])])
    // Upper case and a colon: no name that an author wrote can be the same.
    const name = `TARGET_NOTE: ${this.document.setId(footnote)}`
    footnote.attributes.auto = 1
    footnote.attributes.names = [name]
    this.document.noteFootnote(footnote)
    this.document.noteExplicitTarget(footnote, footnote)
    this.footnotes.set(address, footnote)
    return footnote
  }

  private refer(reference: Element, refname: string): void {
    const footnoteReference = new Element('footnote_reference', {refname, auto: 1})
    if (this.classes.length > 0) footnoteReference.attributes.classes = [...this.classes]
    this.document.noteFootnoteReference(footnoteReference)
    this.replacements.insertAfter(reference, [...this.gap(), footnoteReference])
  }

  private gap(): Node[] {
    if (this.document.settings.trim_footnote_reference_space) return []
    if (this.classes.length === 0) return [new Text(' ')]
    return [textElement('inline', ' ', {classes: [...this.classes]})]
  }
}
