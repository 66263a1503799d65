import {withMailScheme} from '../inline/standalone-uri.ts'
import {simpleNameEnd} from '../inline/characters.ts'
import {dropUnescapedSpace, escapeToNull, unescape} from '../text/escape.ts'
import type {Lines} from '../text/line.ts'
import {collapseSpace, normalizeName} from '../text/name.ts'
import {isSpace, trim} from '../text/whitespace.ts'
import {Element} from '../tree.ts'
import type {Explicit} from './context.ts'
import type {ExplicitConstruct} from './explicit.ts'
import {markerEnd} from './marker.ts'
import type {Scope} from './scope.ts'

/** What a target points to: an address (perhaps none), or another name as it was written. */
export type Destination = {refuri: string} | {refname: string}

/** `.. _name: address`, `.. _name: other_`, `.. _name:`, and `.. __: address` without a name */
export const target: ExplicitConstruct = {
  name: 'target',
  recognise(text, start) {
    const after = text[start + 1]
    return text[start] === '_' && after !== undefined && after !== ' ' ? start + 1 : -1
  },
  parse(scope, _start, end) {
    const {line} = scope
    const {block, blankFinish} = scope.indented({first: end, untilBlank: true, keepIndent: true})
    const name = findName(textsOf(block))
    if (!name) return 'target-malformed'
    const element = new Element('target', {}, [], line)
    element.raw = line.text.slice(0, end) + block.toString()
    point(scope, element, name.text, readDestination(name.rest))
    return {nodes: [element], blankFinish}
  },
}

/** `__ address`: a target without a name. */
export const anonymousTarget: ExplicitConstruct<Explicit> = {
  name: 'target',
  recognise: (text) => (text.startsWith('__') ? markerEnd(text, 2) : -1),
  parse(scope, _start, end) {
    const {line} = scope
    const {block, blankFinish} = scope.indented({first: end, untilBlank: true})
    const element = new Element('target', {}, [], line)
    element.raw = line.text.slice(0, end) + block.toString()
    point(scope, element, '', readDestination(textsOf(block)))
    return {nodes: [element], blankFinish}
  },
}

function textsOf(block: Lines): string[] {
  return block.lines.map((line) => escapeToNull(line.text))
}

interface TargetName {
  /** Empty for `_`, the name of nameless targets. */
  text: string
  /** The texts that are left behind the name's colon. */
  rest: string[]
}

/** Finds the name, which may go over several lines, and the colon behind it. */
function findName(texts: readonly string[]): TargetName | undefined {
  const [head = ''] = texts
  let length = 0
  let tail = ''
  for (const [i, text] of texts.entries()) {
    const window = tail + text
    const name: PartialName = {head, text: window, before: length - tail.length}
    const colon = nameEnd(name, tail.length)
    if (colon >= 0) {
      const whole = texts.slice(0, i + 1).join('')
      const rest = [trim(window.slice(colon + 1)), ...texts.slice(i + 1)]
      return {text: nameBefore(whole, name.before + colon), rest}
    }
    length += text.length
    tail = window.slice(-3)
  }
  return undefined
}

/** The end of a name that goes over several lines. */
interface PartialName {
  /** The first of the lines. */
  head: string
  /** The end of the lines before, as much as has to be looked at, and the current one. */
  text: string
  /** How many characters stand before `text`. */
  before: number
}

/** The first colon from `from` on that ends the name, or -1. */
function nameEnd(name: PartialName, from: number): number {
  const {text} = name
  for (let colon = text.indexOf(':', from); colon >= 0; colon = text.indexOf(':', colon + 1)) {
    if (markerEnd(text, colon + 1) >= 0 && endsName(name, colon)) return colon
  }
  return -1
}

/** Whether the text before a colon may be a name: `_` alone, or text that ends as text does. */
function endsName({head, text, before}: PartialName, colon: number): boolean {
  const end = text[colon - 1] === ' ' ? colon - 1 : colon
  const length = before + end
  if (head[0] === '_') return length === 1
  if (length < 1 || head[0] === ' ' || !endsText(text, end)) return false
  if (text[end - 1] === ':' && text.charCodeAt(end - 2) !== 0) return false
  if (head[0] !== '`') return true
  const starts = head[1] !== ' ' && head[1] !== '`'
  return length > 2 && starts && text[end - 1] === '`' && endsText(text, end - 1)
}

/** The name before a colon, without its backquotes; empty for `_`. */
function nameBefore(text: string, colon: number): string {
  const name = text.slice(0, text[colon - 1] === ' ' ? colon - 1 : colon)
  if (name === '_') return ''
  return name[0] === '`' ? name.slice(1, -1) : name
}

/** Whether the character before an index is neither white space nor a backslash. */
function endsText(text: string, end: number): boolean {
  const code = text.charCodeAt(end - 1)
  return code !== 0 && !isSpace(code)
}

/** Reads what stands behind a target's colon: a reference to another target, or an address. */
export function readDestination(texts: readonly string[]): Destination {
  const last = texts[texts.length - 1]
  if (last !== undefined && trim(last).endsWith('_')) {
    const refname = referenceName(texts.map(trim).join(' '))
    if (refname !== undefined) return {refname}
  }
  return {refuri: unescape(dropUnescapedSpace(texts.join(' ')))}
}

/** The name in `name_` or `` `phrase`_ ``, if that is all of the text. */
function referenceName(text: string): string | undefined {
  const reference = collapseSpace(text)
  const end = reference.length - 1
  if (end > 0 && simpleNameEnd(reference, 0) === end) return unescape(reference.slice(0, end))
  const phrase = reference.slice(1, -2)
  const isPhrase =
    reference[0] === '`' && reference.endsWith('`_') && phrase !== '' && phrase[0] !== ' '
  return isPhrase && endsText(phrase, phrase.length) ? unescape(phrase) : undefined
}

/** Gives a target its name and destination, and enters it into the document's books. */
function point(scope: Scope, element: Element, name: string, destination: Destination): void {
  const {attributes} = element
  const {document} = scope.context
  if ('refname' in destination) {
    attributes.refname = normalizeName(destination.refname)
    element.data = {indirectName: destination.refname}
  } else if (destination.refuri !== '') {
    attributes.refuri = name ? withMailScheme(destination.refuri) : destination.refuri
  }
  if (name) {
    attributes.names = [normalizeName(unescape(name))]
    document.noteExplicitTarget(element, scope.parent)
  } else {
    attributes.anonymous = true
    document.setId(element)
  }
  if ('refname' in destination) document.noteIndirectTarget(element)
}
