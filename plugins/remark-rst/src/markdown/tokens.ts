import type {Nodes, Parents, PhrasingContent, Text} from 'mdast'
import type {Definitions} from '../definitions.ts'
import {type Part, placeIn, rangeOf, type Reading, sourceOf} from './part.ts'
import {sourceOffsets} from './source-offsets.ts'

/** A `|name|` in a text. */
interface Token {
  name: string
  isDefined: boolean
  start: number
  end: number
}

/** Whether the pipe at an index of a text may begin or end a token. */
type IsPipe = (index: number) => boolean

/** Nodes whose text is the author's own to the letter, and those the directives take care of. */
const opaque = new Set(['code', 'inlineCode', 'html', 'yaml', 'toml', 'math', 'inlineMath'])

/** Attributes that a reader sees or that lead somewhere. */
const textAttributes = ['alt', 'title', 'url'] as const

/**
 * Puts the content of definitions in the place of the tokens of one part: in text wherever it
 * stands, in links and images with their titles and alternative texts, in attributes of
 * directives. `skip` holds the paragraphs that are directives.
 */
export function resolveTokens(part: Part, reading: Reading, skip: ReadonlySet<Nodes>): void {
  inParent(part.tree, {part, reading, skip, inTable: false, inLink: false})
}

interface Walk {
  part: Part
  reading: Reading
  skip: ReadonlySet<Nodes>
  inTable: boolean
  inLink: boolean
}

function inParent(parent: Parents, walk: Walk): void {
  const children: Nodes[] = []
  for (const child of parent.children) {
    if (child.type === 'text') children.push(...inText(child, walk))
    else {
      children.push(child)
      if (!walk.skip.has(child) && !opaque.has(child.type)) inNode(child, walk)
    }
  }
  parent.children = children as Parents['children'] as never
}

function inNode(node: Nodes, walk: Walk): void {
  for (const name of textAttributes) {
    const value: unknown = Reflect.get(node, name)
    if (typeof value === 'string') Object.assign(node, {[name]: inAttribute(value, node, walk)})
  }
  if ('attributes' in node && !Array.isArray(node.attributes)) {
    for (const [name, value] of Object.entries(node.attributes ?? {})) {
      if (value) node.attributes![name] = inAttribute(value, node, walk)
    }
  }
  if (!('children' in node)) return
  inParent(node, {
    ...walk,
    inTable: walk.inTable || node.type === 'tableCell',
    inLink: walk.inLink || node.type === 'link' || node.type === 'linkReference',
  })
}

/** Splits a text at its tokens. */
function inText(node: Text, walk: Walk): PhrasingContent[] {
  const {value} = node
  if (!value.includes('|')) return [node]
  const {part, reading} = walk
  const [start, end] = rangeOf(node)
  const offsets = sourceOffsets(value, part.text.slice(0, end), start)
  const written = (index: number): boolean => isWrittenPipe(part.text, offsets.at(index))
  const isPipe: IsPipe = walk.inTable ? written : (index) => !offsets.isEscaped(index)
  const result: PhrasingContent[] = []
  let done = 0
  for (const token of tokens(value, isPipe, reading.definitions)) {
    if (!token.isDefined) {
      complain(token, offsets.at(token.start), offsets.at(token.end - 1) + 1, walk)
      continue
    }
    const {nodes} = reading.definitions.value(token.name)
    result.push(...plain(value.slice(done, token.start)))
    result.push(...placed(walk.inLink ? unlinked(nodes) : nodes, node))
    done = token.end
  }
  return done ? joined([...result, ...plain(value.slice(done))]) : [node]
}

/** In a table a token's pipes have a backslash; a reference (`&#124;`) is the way out of it. */
function isWrittenPipe(text: string, offset: number): boolean {
  return text[offset] === '|'
}

function plain(value: string): Text[] {
  return value ? [{type: 'text', value}] : []
}

/** One text instead of several in a row: a title that is text alone stays one. */
function joined(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  const result: PhrasingContent[] = []
  for (const node of nodes) {
    const last = result.at(-1)
    if (node.type === 'text' && last?.type === 'text') last.value += node.value
    else result.push(node)
  }
  return result
}

/** Gives the content of a token the place of the text it replaces part of. */
function placed(nodes: PhrasingContent[], node: Text): PhrasingContent[] {
  for (const child of nodes) {
    if (node.position) child.position = node.position
    else delete child.position
  }
  return nodes
}

/** A link cannot hold another one. */
function unlinked(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  return nodes.flatMap((node) => (node.type === 'link' ? unlinked(node.children) : [node]))
}

/** Tokens in what is text only: an alternative text, a title, an address. */
function inAttribute(value: string, node: Nodes, walk: Walk): string {
  if (!value.includes('|')) return value
  const {part, reading, inTable} = walk
  const source = sourceOf(node, part)
  let result = ''
  let done = 0
  for (const token of tokens(value, () => true, reading.definitions)) {
    const escaped = source.includes(`\\|${token.name}\\|`)
    if (escaped && !inTable) continue
    if (!token.isDefined) {
      const at = rangeOf(node)[0] + Math.max(source.indexOf(`|${token.name}`), 0)
      complain(token, at, at + token.end - token.start, walk)
      continue
    }
    result += value.slice(done, token.start) + reading.definitions.value(token.name).text
    done = token.end
  }
  return result + value.slice(done)
}

/** Says that a token has no definition. */
function complain(token: Token, start: number, end: number, {part, reading}: Walk): void {
  const complaint = reading.definitions.complaint(token.name)
  if (!complaint) return
  const place = placeIn(part, start, end)
  reading.messages.push({...complaint, place, includedFrom: part.includedFrom})
}

/**
 * The tokens of a text: what is defined, and what looks as if it should be; pipes have other uses
 * too. A pipe that ends no token may begin the next.
 */
function tokens(value: string, isPipe: IsPipe, definitions: Definitions): Token[] {
  const found: Token[] = []
  let start = nextPipe(value, 0, isPipe)
  while (start >= 0) {
    const end = nextPipe(value, start + 1, isPipe)
    if (end < 0) break
    const name = nameBetween(value, start + 1, end)
    const isDefined = name !== undefined && definitions.has(name)
    const isToken = isDefined || (name && looksLikeToken(name, value, start, end + 1))
    if (isToken) found.push({name: name!, isDefined, start, end: end + 1})
    start = isToken ? nextPipe(value, end + 1, isPipe) : end
  }
  return found
}

/** What stands between two pipes, unless it starts or ends with white space. */
function nameBetween(value: string, start: number, end: number): string | undefined {
  if (start === end || end - start > longestName) return undefined
  const inner = value.slice(start, end)
  return inner.trim() === inner ? inner.replace(/\s+/g, ' ') : undefined
}

const longestName = 200

function nextPipe(value: string, from: number, isPipe: IsPipe): number {
  let at = value.indexOf('|', from)
  while (at >= 0 && !isPipe(at)) at = value.indexOf('|', at + 1)
  return at
}

/** Words between pipes that stand where RST would see a substitution: not `a|b|c`, `||`, `|1|`. */
function looksLikeToken(name: string, value: string, start: number, end: number): boolean {
  return (
    /^\p{L}[\p{L}\p{N} _.:+-]+$/u.test(name) &&
    (start === 0 || /[\s'"([{<\-/:]/.test(value[start - 1]!)) &&
    (end === value.length || /[\s'")\]}>\-/\\:.,;!?’]/.test(value[end]!))
  )
}

/** The tokens of a text that belongs to no tree, such as a field of the front matter. */
export function tokensIn(value: string, definitions: Definitions): Token[] {
  return tokens(value, () => true, definitions)
}

/** Such a text with its tokens resolved. */
export function resolveText(value: string, definitions: Definitions): string {
  let result = ''
  let done = 0
  for (const {name, isDefined, start, end} of tokensIn(value, definitions)) {
    if (!isDefined) continue
    result += value.slice(done, start) + definitions.value(name).text
    done = end
  }
  return result + value.slice(done)
}
