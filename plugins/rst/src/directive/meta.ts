import {fieldMarker} from '../block/field-marker.ts'
import {escapeToNull, unescape} from '../text/escape.ts'
import type {Line} from '../text/line.ts'
import {isBlank, leadingSpace, words} from '../text/whitespace.ts'
import {appendAll, Element, type Node, textElement} from '../tree.ts'
import {addToFront, insertBehindFront} from './document-front.ts'
import {directive, type DirectiveCall} from './spec.ts'

export const meta = directive({
  name: 'meta',
  doc: 'Metadata of the document, for the head of a web page.',
  content: 'required',
  run(call) {
    const {lines} = call.content
    const {tree} = call.document
    const nodes: Node[] = []
    let at = 0
    while (at < lines.length) {
      const line = lines[at]!
      const marker = fieldMarker(line.text)
      const end = marker ? bodyEnd(lines, at + 1) : at + 1
      if (marker) {
        const body = bodyText(lines, at, end, marker.end)
        const lastLine = lines[end - 1]!.text
        nodes.push(metaElement(call, {name: marker.name, body, line, lastLine}))
      } else if (!isBlank(line.text)) break
      at = end
    }
    if (at < lines.length) appendAll(nodes, call.fail('meta-fields', {}))
    if (nodes.every(({type}) => type === 'meta')) addToFront(tree, nodes)
    else insertBehindFront(tree, nodes)
    return []
  },
})

interface Field {
  name: string
  body: string
  line: Line
  lastLine: string
}

/** The index of the first line from `at` on that is not indented. */
function bodyEnd(lines: readonly Line[], at: number): number {
  while (at < lines.length && (leadingSpace(lines[at]!.text) > 0 || lines[at]!.text === '')) at++
  return at
}

/** The lines of a field's body joined by spaces, without those that are blank at its start. */
function bodyText(lines: readonly Line[], start: number, end: number, cut: number): string {
  const rest = lines.slice(start + 1, end).map(({text}) => text)
  let indent = Infinity
  for (const text of rest) if (!isBlank(text)) indent = Math.min(indent, leadingSpace(text))
  const texts = [lines[start]!.text.slice(cut), ...rest.map((text) => text.slice(indent))]
  const first = texts.findIndex((text) => !isBlank(text))
  return first < 0 ? '' : texts.slice(first).join(' ')
}

/** The element of a field whose name is a name or attribute and further attributes, or a message. */
function metaElement(call: DirectiveCall<object>, field: Field): Element {
  const name = unescape(escapeToNull(field.name))
  const at = {
    line: field.line,
    reported: call.document.reporter.currentLine(),
    children: [textElement('literal_block', field.lastLine)],
  }
  if (field.body === '') return call.report('meta-content', {name}, at)
  const content = unescape(escapeToNull(field.body))
  const element = new Element('meta', {content}, [], field.line)
  const [first = '', ...others] = words(name)
  const kind = attributeOf(first)
  if (typeof kind === 'string') element.attributes.name = first
  else element.attributes[kind.name] = kind.value
  for (const token of others) {
    const attribute = attributeOf(token)
    if (typeof attribute === 'string') {
      return call.report('meta-attribute', {token, problem: attribute}, at)
    }
    element.attributes[attribute.name] = attribute.value
  }
  return element
}

/** The attribute `name=value` or `name="value"`, or what is wrong with it. */
function attributeOf(token: string): {name: string; value: string} | string {
  const equals = token.indexOf('=')
  if (equals < 0) return 'missing "="'
  if (equals === 0) return 'missing attribute name before "="'
  const name = token.slice(0, equals)
  const value = token.slice(equals + 1)
  const quote = value[0]
  if (quote === undefined) return `missing value after "${name}="`
  if (quote !== '"' && quote !== "'") return {name: name.toLowerCase(), value}
  const end = value.indexOf(quote, 1)
  if (end < 0) return `attribute "${name}" missing end quote (${quote})`
  if (end < value.length - 1) {
    return `attribute "${name}" end quote (${quote}) not followed by whitespace`
  }
  return {name: name.toLowerCase(), value: value.slice(1, -1)}
}
