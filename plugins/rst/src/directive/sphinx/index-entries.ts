import {normalizeName} from '../../text/name.ts'
import {trim} from '../../text/whitespace.ts'
import {Element, type Node} from '../../tree.ts'
import {unchanged} from '../convert/text.ts'
import {directive} from '../spec.ts'

const kinds = ['single', 'pair', 'double', 'triple', 'see', 'seealso', 'module', 'keyword']

/** Entries for an index. A name makes the place a target. */
export const indexEntries = directive({
  name: 'index',
  doc: 'Entries of an index for the place where it stands.',
  arguments: {required: 1, whitespace: true},
  options: {name: unchanged},
  run(call) {
    const entries = call.arguments[0]!.split('\n').flatMap((line) => indexTerms(trim(line)))
    const element = new Element('index', {}, [], call.line)
    element.data = {details: {entries}}
    const nodes: Node[] = [element]
    if (call.options.name !== undefined) {
      const names = [normalizeName(call.options.name)]
      const target = new Element('target', {names}, [], call.line)
      call.document.noteExplicitTarget(target, call.parent)
      nodes.push(target)
    }
    return nodes
  },
})

/** The terms of an entry: `kind: term; subterm`, or single terms separated by commas. */
export function indexTerms(entry: string): string[] {
  const text = entry.startsWith('!') ? trim(entry.slice(1)) : entry
  const kind = kinds.find((name) => text.startsWith(`${name}:`))
  if (kind) return [trim(text.slice(kind.length + 1))]
  const terms = text.split(',').map((term) => trim(term.replace(/^\s*!/, '')))
  return terms.filter((term) => term !== '')
}
