import {Element, textElement} from '../tree.ts'
import type {Transform} from './spec.ts'

/** Puts the messages that found no place in the tree into a section of their own. */
export const messages: Transform = {
  name: 'Messages',
  priority: 860,
  doc: 'Collects messages without a place in a section at the end.',
  apply(document) {
    const loose = [...document.parseMessages, ...document.transformMessages]
    if (loose.length === 0) return
    const title = textElement('title', 'Docutils System Messages')
    const section = new Element('section', {classes: ['system-messages']}, [title, ...loose])
    document.tree.children.push(section)
    document.parseMessages.length = 0
    document.transformMessages.length = 0
  },
}
