import type {Node} from 'unist'
import {toString} from 'mdast-util-to-string'
import {asAny, classesOf, type AnyNode, type DefinitionList} from '../tree/nodes.ts'
import {array, call, code, flowBlock} from '../typst/call.ts'
import {indexPlace} from './index-entry.ts'
import type {Writer} from './writer.ts'

/** A definition list, a field list or an option list; a glossary's terms go into the index. */
export function definitionList(node: DefinitionList, writer: Writer): string {
  const classes = classesOf(node)
  const kind = ['field-list', 'option-list', 'glossary'].find((name) => classes.includes(name))
  const inside = writer.inside({tight: false})
  const items = groups(node).map(({terms, descriptions}) => {
    const words = terms.map((term) => termWords(term, kind, inside))
    const content = describe(descriptions, inside)
    return code(array([array(words), content]))
  })
  return items.length === 0 ? '' : call('definitions', items, {kind})
}

/** What is said of a term: the first paragraph stands right after it, so no page comes between. */
function describe(descriptions: readonly AnyNode[], writer: Writer): string {
  const [first, ...rest] = descriptions.flatMap((description) => description.children ?? [])
  const opening = first ? writer.inside({tight: true}).node(first) : ''
  return flowBlock([opening, ...writer.statements(rest)].filter((part) => part !== ''))
}

interface Group {
  readonly terms: AnyNode[]
  readonly descriptions: AnyNode[]
}

/** Terms that follow each other share what is said after them. */
function groups(node: DefinitionList): Group[] {
  const found: Group[] = []
  for (const child of node.children.map(asAny)) {
    const last = found.at(-1)
    if (child.type === 'definitionTerm') {
      if (last && last.descriptions.length === 0) last.terms.push(child)
      else found.push({terms: [child], descriptions: []})
    } else if (last) last.descriptions.push(child)
    else found.push({terms: [], descriptions: [child]})
  }
  return found
}

function termWords(term: AnyNode, kind: string | undefined, writer: Writer): string {
  const words = writer.node(term) || '[]'
  if (kind !== 'glossary') return words
  return `{${indexPlace([toString(term)], writer)}; ${words}}`
}

export function definitionTerm(node: Node, writer: Writer): string {
  return writer.phrasing(asAny(node).children ?? [])
}

export function definitionDescription(node: Node, writer: Writer): string {
  return writer.flow(asAny(node).children ?? [])
}
