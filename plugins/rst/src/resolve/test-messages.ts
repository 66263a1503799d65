import type {Transform} from './spec.ts'

/** Appends the messages that found no place to the document, as docutils' own tests do. */
export const testMessages: Transform = {
  name: 'TestMessages',
  priority: 880,
  doc: 'Appends messages without a place to the document.',
  apply(document) {
    document.tree.children.push(...document.transformMessages)
  },
}
