import type {Line} from '../text/line.ts'
import {trimEnd} from '../text/whitespace.ts'
import {Element, markedElement, Text} from '../tree.ts'
import {unescape} from '../text/escape.ts'
import type {SecondLine} from './construct.ts'
import {readFurtherItems} from './list-item.ts'
import {isIndented, spacesEnd} from './marker.ts'
import type {Scope} from './scope.ts'

/** A line of text with indented text right under it: a term, perhaps classifiers, a definition. */
export const definitionList: SecondLine = {
  name: 'definition_list',
  recognise: isIndented,
  parse(scope) {
    const list = new Element('definition_list', {}, [], scope.lines[scope.at - 1])
    const first = readItem(scope, list)
    scope.add(list)
    const outer = scope.parent
    scope.parent = list
    const finish = readFurtherItems(scope, list, first, readFurtherItem)
    scope.parent = outer
    scope.warnUnindent('Definition list', finish)
    return true
  },
}

/** A further item begins with a line that can be nothing but text, and an indented line. */
function readFurtherItem(scope: Scope, list: Element): boolean | undefined {
  if (!scope.context.isText(scope) || !isIndented(scope.following ?? '')) return undefined
  scope.next()
  return readItem(scope, list)
}

/** Reads an item; the cursor is on the first line of its definition. */
function readItem(scope: Scope, list: Element): boolean {
  const {at, number} = scope
  const term = scope.lines[at - 1]!
  const {block, blankFinish} = scope.indented()
  const {nodes, messages} = scope.inline(term.text, [term], number - 1)
  const definition = new Element('definition', {}, [...messages], scope.lines[at])
  if (term.text.endsWith('::')) definition.children.push(scope.report('term-colons', {}, at))
  list.children.push(
    new Element('definition_list_item', {}, [...splitTerm(nodes, term), definition], term),
  )
  scope.parseInto(definition, block)
  return blankFinish
}

/** Splits the nodes of a term's line at ` : ` into the term and its classifiers. */
function splitTerm(nodes: Element['children'], line: Line): Element[] {
  const parts = [markedElement('term', [], line.text, line)]
  for (const node of nodes) {
    const texts = node instanceof Text ? splitAtColons(node.escaped ?? node.value) : []
    if (texts.length < 2) {
      parts[parts.length - 1]!.children.push(node)
      continue
    }
    const [before = '', ...classifiers] = texts
    parts[parts.length - 1]!.children.push(toText(trimEnd(before)))
    for (const text of classifiers) parts.push(new Element('classifier', {}, [toText(text)], line))
  }
  return parts
}

/** The texts between colons with spaces on both sides, without those spaces. */
function splitAtColons(text: string): string[] {
  const parts: string[] = []
  let start = 0
  for (let colon = text.indexOf(':'); colon >= 0; colon = text.indexOf(':', colon + 1)) {
    if (colon === start || text[colon - 1] !== ' ' || text[colon + 1] !== ' ') continue
    let end = colon
    while (end > start && text[end - 1] === ' ') end--
    parts.push(text.slice(start, end))
    start = spacesEnd(text, colon + 1)
  }
  return [...parts, text.slice(start)]
}

function toText(text: string): Text {
  return text.includes('\0') ? new Text(unescape(text), text) : new Text(text)
}
