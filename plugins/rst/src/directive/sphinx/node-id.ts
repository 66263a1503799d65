import type {DocumentState} from '../../document.ts'

/**
 * Sphinx' id of an object: the prefix and the name with what cannot stand in an id replaced. Unlike
 * docutils' it keeps case, dots and underscores. A name that leaves nothing, or an id that is
 * taken, gets a number. The prefix brings its own separator: `term-`, `c.`.
 */
export function nodeId(document: DocumentState, prefix: string, name: string): string {
  const id = plain(prefix + name)
  if (id !== plain(prefix) && !document.ids.has(id)) return id
  return numbered(document, prefix === '' ? 'id' : prefix)
}

/** The next number of each stem, so that many objects of one name cost no search each. */
const counters = new WeakMap<DocumentState, Map<string, number>>()

function numbered(document: DocumentState, stem: string): string {
  let numbers = counters.get(document)
  if (!numbers) counters.set(document, (numbers = new Map()))
  let number = numbers.get(stem) ?? 0
  while (document.ids.has(stem + number)) number++
  numbers.set(stem, number + 1)
  return stem + number
}

function plain(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[^\x00-\x7f]/g, '') // eslint-disable-line no-control-regex
    .replace(/[^a-zA-Z0-9._]+/g, '-')
    .replace(/^[-0-9._]+|-+$/g, '')
}
