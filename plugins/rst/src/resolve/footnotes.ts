import type {DocumentState} from '../document.ts'
import type {RuleId} from '../message/rules.ts'
import type {Element} from '../tree.ts'
import {addTo, Text, textElement} from '../tree.ts'
import {isResolved, link, setResolved} from './reference.ts'
import {Replacements} from './replacements.ts'
import {problematic, reportLoose} from './report.ts'
import type {Transform} from './spec.ts'
import {Ancestry} from './walk.ts'

/** Numbers footnotes and links the references to footnotes and citations. */
export const footnotes: Transform = {
  name: 'Footnotes',
  priority: 620,
  doc: 'Numbers automatic footnotes and links footnotes and citations to their references.',
  apply(document) {
    const labels = numberFootnotes(document)
    numberReferences(document, labels)
    symbolize(document)
    for (const footnote of document.footnotes) {
      linkByName(footnote, document.footnoteReferences)
    }
    for (const citation of document.citations) linkByName(citation, document.citationReferences)
  },
}

/** Numbers the `[#]` footnotes; answers the labels of those without a name. */
function numberFootnotes(document: DocumentState): string[] {
  const labels: string[] = []
  let number = 1
  for (const footnote of document.autofootnotes) {
    while (document.nameIds.has(String(number))) number++
    const label = String(number++)
    footnote.children.unshift(textElement('label', label))
    const {names, dupnames} = footnote.attributes
    for (const name of names ?? []) {
      for (const reference of document.footnoteReferences.get(name) ?? []) {
        reference.children.push(new Text(label))
        linkBack(reference, footnote)
        document.noteRefId(reference)
      }
    }
    if (!names?.length && !dupnames?.length) {
      addTo(footnote, 'names', label)
      document.noteExplicitTarget(footnote, footnote)
      labels.push(label)
    }
  }
  return labels
}

/** Has a reference without a name lead to a footnote, and back. */
function connect(document: DocumentState, reference: Element, footnote: Element): void {
  reference.attributes.refid = footnote.attributes.ids![0]!
  document.noteRefId(reference)
  addTo(footnote, 'backrefs', reference.attributes.ids![0]!)
}

/** Gives a reference the footnote it names, and the footnote the reference. */
function linkBack(reference: Element, footnote: Element): void {
  link(reference, {refid: footnote.attributes.ids![0]!})
  addTo(footnote, 'backrefs', reference.attributes.ids![0]!)
}

/** Gives each `[#]_` the next nameless footnote. */
function numberReferences(document: DocumentState, labels: readonly string[]): void {
  const references = document.autofootnoteReferences
  let used = 0
  for (const reference of references) {
    if (isResolved(reference) || reference.attributes.refid !== undefined) continue
    const label = labels[used]
    if (label === undefined) {
      const rest = references.slice(used).filter(({attributes}) => attributes.refname === undefined)
      return tooMany(document, 'footnote-number', labels.length, reference, rest)
    }
    const footnote = document.ids.get(document.nameIds.get(label)!)!
    reference.children.push(new Text(label))
    connect(document, reference, footnote)
    setResolved(reference)
    used++
  }
}

/** The signs of `[*]` footnotes, doubled when they are used up, and so on. */
const symbols = ['*', '†', '‡', '§', '¶', '#', '♠', '♥', '♦', '♣']

function symbolize(document: DocumentState): void {
  const {symbolFootnotes, symbolFootnoteReferences: references} = document
  const labels = symbolFootnotes.map((footnote, i) => {
    const label = symbols[i % symbols.length]!.repeat(Math.floor(i / symbols.length) + 1)
    footnote.children.unshift(textElement('label', label))
    document.setId(footnote)
    return label
  })
  for (const [i, reference] of references.entries()) {
    const footnote = symbolFootnotes[i]
    if (!footnote) {
      const rest = references.slice(i).filter(({attributes}) => attributes.refid === undefined)
      return tooMany(document, 'footnote-symbol', labels.length, reference, rest)
    }
    reference.children.push(new Text(labels[i]!))
    connect(document, reference, footnote)
  }
}

function tooMany(
  document: DocumentState,
  rule: RuleId & ('footnote-number' | 'footnote-symbol'),
  count: number,
  first: Element,
  references: readonly Element[],
): void {
  const message = reportLoose(document, rule, {count}, first, {
    ancestry: new Ancestry(document.tree),
  })
  document.setId(message)
  const replacements = new Replacements()
  for (const reference of references) {
    if (isResolved(reference)) continue
    replacements.replace(reference, [problematic(document, reference, message)])
  }
  replacements.apply(document.tree)
}

/** Links a footnote or citation with a label of its own to its references. */
function linkByName(note: Element, references: ReadonlyMap<string, Element[]>): void {
  for (const name of note.attributes.names ?? []) {
    for (const reference of references.get(name) ?? []) {
      if (!isResolved(reference)) linkBack(reference, note)
    }
  }
  setResolved(note)
}
