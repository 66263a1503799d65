import type {Code, Nodes} from 'mdast'
import {type Element, isElement, type Node, Text, textOf} from '../tree.ts'
import type {Handler, NodeSpec} from './spec.ts'
import {addClasses, type State} from './state.ts'

/** Code, or a block with inline markup in which white space counts. */
const literalBlock: Handler = (element, state) => {
  if (element.children.every(isCode)) return codeOf(element, state)
  const children = state.phrasing(element.children)
  const node: Nodes = {type: 'parsedLiteral', children, data: {hName: 'pre'}}
  return state.from(element, node)
}

/** Text, a number of a line, or a token of a highlighted language. */
function isCode(node: Node): boolean {
  return node instanceof Text || (node.type === 'inline' && node.children.every(isCode))
}

function codeOf(element: Element, state: State): Code {
  const value = element.children.map(codeText).join('')
  const {language, classes} = languageOf(element)
  const node: Code = {type: 'code', value}
  if (language !== undefined) node.lang = language
  const meta = metaOf(element)
  if (meta !== '') node.meta = meta
  if (classes.length > 0) {
    addClasses(node, language === undefined ? classes : [`language-${language}`, ...classes])
  }
  return state.place(element, node)
}

function codeText(node: Node): string {
  if (node instanceof Text) return node.value
  return isLineNumber(node) ? '' : node.children.map(codeText).join('')
}

function isLineNumber(node: Node): boolean {
  return isElement(node) && node.attributes.classes?.includes('ln') === true
}

/** Names for code without a language; highlighters would look for one of that name. */
const noLanguages = new Set(['none', 'default', 'text'])

/** docutils has the language among the classes, behind `code`; Sphinx in an attribute. */
function languageOf({attributes}: Element): {language?: string; classes: string[]} {
  const {classes = [], language} = attributes
  if (language !== undefined) {
    const name = String(language)
    return noLanguages.has(name) ? {classes} : {language: name, classes}
  }
  if (classes[0] !== 'code') return {classes}
  const [, name, ...others] = classes
  return name === undefined ? {classes: []} : {language: name, classes: others}
}

/** Line numbers and lines to stand out, in the way Docusaurus and others read them. */
function metaOf({attributes, data, children}: Element): string {
  const {linenostart, hl_lines: lines} = (data?.details ?? {}) as {
    linenostart?: number
    hl_lines?: number[]
  }
  const first = linenostart ?? Number.parseInt(textOf(children.find(isLineNumber) ?? new Text('')))
  const isNumbered = attributes['linenos'] === true || first > 0
  const numbers = first > 1 ? `showLineNumbers=${first}` : 'showLineNumbers'
  return [...(isNumbered ? [numbers] : []), ...(lines?.length ? [`{${ranges(lines)}}`] : [])].join(
    ' ',
  )
}

/** Numbers in ascending order as ranges: `1,3-5`. */
function ranges(numbers: readonly number[]): string {
  const parts: [number, number][] = []
  for (const number of numbers) {
    const last = parts[parts.length - 1]
    if (last && last[1] === number - 1) last[1] = number
    else parts.push([number, number])
  }
  return parts.map(([from, to]) => (from === to ? `${from}` : `${from}-${to}`)).join(',')
}

const doctestBlock: Handler = (element, state) =>
  state.from(element, {type: 'code', lang: 'python', value: textOf(element)})

/** A formula, and beside it the number that `:eq:` shows. */
const mathBlock: Handler = (element, state) => {
  const value = textOf(element)
  const {number} = element.attributes
  const code = inHtml('code', ['language-math', 'math-display'], value)
  const hChildren = number === undefined ? [code] : [code, inHtml('span', ['eqno'], `(${number})`)]
  return state.from(element, {type: 'math', value, data: {hName: 'pre', hChildren}})
}

function inHtml(tagName: string, className: string[], value: string) {
  const children = [{type: 'text' as const, value}]
  return {type: 'element' as const, tagName, properties: {className}, children}
}

const math: Handler = (element, state) => {
  const value = textOf(element)
  return state.from(element, {
    type: 'inlineMath',
    value,
    data: {
      hName: 'code',
      hProperties: {className: ['language-math', 'math-inline']},
      hChildren: [{type: 'text', value}],
    },
  })
}

/** HTML, as the option says; other formats are for other outputs. */
const raw: Handler = (element, state) => {
  const formats = String(element.attributes['format'] ?? '').split(' ')
  if (!formats.some((format) => /^x?html[45]?$/.test(format))) return undefined
  const value = textOf(element)
  if (state.options.raw === 'allow') return state.place(element, {type: 'html', value})
  if (state.options.raw === 'escape') return escaped(element, state, value)
  const spot = {line: element.line, column: element.column, reported: null}
  state.document.reporter.report('raw-refused', {}, spot)
  return undefined
}

function escaped(element: Element, state: State, value: string): Nodes {
  if (element.raw !== '') return state.place(element, {type: 'inlineCode', value})
  return state.place(element, {type: 'code', lang: 'html', value})
}

export const codeSpecs: readonly NodeSpec[] = [
  {
    type: 'literal_block',
    becomes: '`code`, or `parsedLiteral` if it has inline markup',
    handle: literalBlock,
  },
  {type: 'doctest_block', becomes: '`code`', handle: doctestBlock},
  {type: 'math_block', becomes: '`math`', handle: mathBlock},
  {type: 'math', becomes: '`inlineMath`', handle: math},
  {type: 'raw', becomes: '`html`, if it is HTML and the option `raw` allows it', handle: raw},
]
