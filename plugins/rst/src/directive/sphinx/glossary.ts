import {type Line, Lines} from '../../text/line.ts'
import {isBlank, leadingSpace} from '../../text/whitespace.ts'
import {Element, type Node, textOf} from '../../tree.ts'
import {flag} from '../convert/text.ts'
import {directive, type DirectiveCall} from '../spec.ts'
import {nodeId} from './node-id.ts'

/** Terms, one a line, and the definition they share, as indices of lines. */
interface Entry {
  terms: number[]
  definition: number[]
  /** Whether the definition has more than blank lines. */
  isDefined: boolean
}

export const glossary = directive({
  name: 'glossary',
  doc: 'Terms that can be referred to, and their definitions.',
  options: {sorted: flag},
  content: true,
  run(call) {
    const list = new Element('definition_list', {classes: ['glossary']}, [], call.line)
    list.children = entriesOf(call.content.lines).map((entry) => itemOf(call, entry))
    if (call.options.sorted) list.children = sortedByTerm(list.children)
    const element = new Element('glossary', {}, [list], call.line)
    if (call.options.sorted) element.attributes['sorted'] = true
    return [element]
  },
})

/** Items in the order of their first terms, whatever the case of these. */
function sortedByTerm(items: readonly Node[]): Node[] {
  const keyed = items.map((item) => {
    const term = (item as Element).children[0]!
    return {item, key: textOf(term).toLowerCase().normalize('NFD')}
  })
  keyed.sort((a, b) => (a.key < b.key ? -1 : Number(a.key > b.key)))
  return keyed.map(({item}) => item)
}

/** Lines that are not indented are terms, the others belong to the definition; comments are left. */
function entriesOf(lines: readonly Line[]): Entry[] {
  const entries: Entry[] = []
  let inComment = false
  for (const [index, {text}] of lines.entries()) {
    const entry = entries.at(-1)
    const isTerm = !isBlank(text) && leadingSpace(text) === 0
    if (isTerm) inComment = text.startsWith('.. ')
    if (isTerm && !inComment) addTerm(entries, entry, index)
    else if (entry && (isBlank(text) || !inComment)) {
      entry.definition.push(index)
      entry.isDefined ||= !isBlank(text)
    }
  }
  return entries
}

function addTerm(entries: Entry[], entry: Entry | undefined, index: number): void {
  if (entry && !entry.isDefined) entry.terms.push(index)
  else entries.push({terms: [index], definition: [], isDefined: false})
}

function itemOf(call: DirectiveCall<object>, {terms, definition}: Entry): Element {
  const item = new Element('definition_list_item')
  const messages: Element[] = []
  for (const index of terms) item.children.push(termOf(call, call.content.lines[index]!, messages))
  const body = new Element('definition')
  const lines = definitionLines(call.content, definition)
  if (lines) call.parseBlocks(lines, body)
  item.children.push(...messages, body)
  return item
}

/** A term; behind ` : ` may stand the letter under which it is sorted, which is not shown. */
function termOf(call: DirectiveCall<object>, line: Line, messages: Element[]): Element {
  const text = line.text.split(/ +: +/, 1)[0]!
  const parsed = call.parseInline(text, line)
  messages.push(...parsed.messages)
  const term = new Element('term', {}, parsed.nodes, line)
  const name = textOf(term)
  term.attributes.ids = [nodeId(call.document, 'term-', name)]
  call.document.noteExplicitTarget(term)
  call.document.objects.push({domain: 'std', type: 'term', name, element: term})
  return term
}

/** The lines of a definition without their indentation, which is that of the first. */
function definitionLines(content: Lines, indices: readonly number[]): Lines | undefined {
  const lines = indices.map((index) => content.lines[index]!)
  const first = lines.findIndex(({text}) => !isBlank(text))
  if (first < 0) return undefined
  const indent = leadingSpace(lines[first]!.text)
  const rest = lines
    .slice(first)
    .map((line) => line.from(Math.min(indent, leadingSpace(line.text))))
  while (rest.at(-1)?.text === '') rest.pop()
  return new Lines(rest, content.offset + indices[first]!)
}
