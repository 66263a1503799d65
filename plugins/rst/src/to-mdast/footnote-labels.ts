import type {DocumentState} from '../document.ts'
import {textOf} from '../tree.ts'

/** The labels of footnotes by the ids of these. A label that is taken gets a number behind it. */
export function footnoteLabels(document: DocumentState): Map<string, string> {
  const {footnotes, autofootnotes, symbolFootnotes} = document
  const labels = new Map<string, string>()
  const taken = new Map<string, number>()
  for (const note of [...footnotes, ...autofootnotes, ...symbolFootnotes]) {
    const [label] = note.children
    const text = label?.type === 'label' ? textOf(label) : ''
    const count = (taken.get(text.toLowerCase()) ?? 0) + 1
    taken.set(text.toLowerCase(), count)
    const unique = count === 1 && text !== '' ? text : `${text}-${count}`
    for (const id of note.attributes.ids ?? []) labels.set(id, unique)
  }
  return labels
}
