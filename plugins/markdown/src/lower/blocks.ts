import type {Nodes, PhrasingContent} from 'mdast'
import {toString} from 'mdast-util-to-string'
import {verbatim} from '../nodes.ts'
import {figureAttributes, pictureLine} from './pictures.ts'
import {classesOf, idOf, type Lower, type Lowerers} from './state.ts'

type DefinitionList = Extract<Nodes, {type: 'definitionList'}>
type LineBlock = Extract<Nodes, {type: 'lineBlock'}>
type Figure = Extract<Nodes, {type: 'figure'}>
type Code = Extract<Nodes, {type: 'code'}>

/** Terms in bold would be no terms: HTML's list has them. */
const definitionList: Lower<DefinitionList> = ({children}, state) => {
  const items = children.flatMap((item) => {
    if (item.type === 'definitionDescription') return state.shortElement('dd', {}, item.children)
    const places = idOf(item).map((id) => ({
      type: 'anchor',
      children: [],
      data: {hProperties: {id}},
    }))
    return state.shortElement('dt', {}, [...places, ...item.children] as Nodes[])
  })
  return state.element('dl', {}, items)
}

/** Verses: lines that end where the author ended them, behind spaces that do not break. */
const lineBlock: Lower<LineBlock> = (block, state) => {
  const lines = withoutEmptyEnds(linesOf(block, 0))
  if (!lines.length) return []
  const children = lines.flatMap(({words, depth}, index): Nodes[] => [
    ...(index > 0 ? [{type: 'break' as const}] : []),
    ...(depth > 0 ? [{type: 'text' as const, value: '\u00a0'.repeat(4 * depth)}] : []),
    ...state.all(words),
  ])
  return [{type: 'paragraph', children: children as PhrasingContent[]}]
}

interface Verse {
  words: Nodes[]
  depth: number
}

/** Empty lines at either end have nothing to break. */
function withoutEmptyEnds(lines: Verse[]): Verse[] {
  const isFull = ({words}: Verse): boolean => words.length > 0
  return lines.slice(Math.max(lines.findIndex(isFull), 0), lines.findLastIndex(isFull) + 1)
}

function linesOf({children}: LineBlock, depth: number): Verse[] {
  return children.flatMap((line) =>
    line.type === 'lineBlock' ? linesOf(line, depth + 1) : {words: line.children, depth},
  )
}

/** A block of code is text alone. */
const parsedLiteral: Lower<Extract<Nodes, {type: 'parsedLiteral'}>> = (node, state) => {
  if (node.children.some(({type}) => type !== 'text')) {
    state.lose('links and emphasis in a literal block', node)
  }
  return [{type: 'code', value: toString(node)}]
}

/** Classes that say what the language says. */
const ofLanguage = /^(code|highlight|language-.*)$/

const code: Lower<Code> = (node, state) => {
  const {lang, meta, value} = node
  const others = classesOf(node).filter((name) => !ofLanguage.test(name))
  if (others.length) state.lose(`the classes ${others.join(' ')} of a block of code`, node)
  return [{type: 'code', lang: lang ?? (meta ? 'text' : null), meta, value}]
}

/** A picture or a table of a kind with words below it; code under plain words has these as title. */
const figure: Lower<Figure> = (node, state) => {
  const titled = titledCode(node)
  if (titled) return code(titled, state)
  const children = node.children.flatMap((child) =>
    child.type === 'figureCaption'
      ? state.shortElement('figcaption', {}, child.children)
      : child.type === 'image'
        ? [pictureLine(child, state)]
        : state.one(child),
  )
  return state.element('figure', figureAttributes(node), children)
}

function titledCode({children: [caption, block, ...rest]}: Figure): Code | undefined {
  if (caption?.type !== 'figureCaption' || block?.type !== 'code' || rest.length) return undefined
  const title = toString(caption)
  if (title.includes('"') || caption.children.some(({type}) => type !== 'text')) return undefined
  return {...block, meta: [`title="${title}"`, block.meta].filter(Boolean).join(' ')}
}

/** Classes of paragraphs that need no word: what they do is seen by itself. */
const plain = new Set(['attribution', 'subtitle'])

const paragraph: Lower<Extract<Nodes, {type: 'paragraph'}>> = (node, state) => {
  const children = state.all(node.children) as PhrasingContent[]
  const classes = classesOf(node)
  if (classes.includes('rubric')) {
    return [{type: 'paragraph', children: [{type: 'strong', children}]}]
  }
  const others = classes.filter((name) => !plain.has(name))
  if (others.length) state.lose(`the classes ${others.join(' ')} of a paragraph`, node)
  return children.length ? [{...node, children}] : []
}

/** In MDX no text is HTML. */
const html: Lower<Extract<Nodes, {type: 'html'}>> = (node, {dialect}) => {
  if (dialect === 'md') return [{type: 'html', value: node.value}]
  const source = JSON.stringify(node.value).replaceAll('</', '<\\/')
  return [verbatim(`<div dangerouslySetInnerHTML={{__html: ${source}}} />`)]
}

const list: Lower<Extract<Nodes, {type: 'list'}>> = (node, state) => {
  const numbers = node.data?.hProperties?.['type']
  if (numbers !== undefined) state.lose('letters or Roman numbers of a list', node)
  return [{...node, children: state.all(node.children) as never[]}]
}

const math: Lower<Extract<Nodes, {type: 'math' | 'inlineMath'}>> = (node, state) => {
  const isRead = state.dialect === 'md' ? '' : ', without which MDX cannot read it'
  state.lose(`the look of a formula, unless the site has remark-math${isRead}`, node)
  return [{type: node.type, value: node.value} as Nodes]
}

export const blockLowerers: Lowerers = {
  code,
  definitionList,
  figure,
  html,
  inlineMath: math,
  lineBlock,
  list,
  math,
  paragraph,
  parsedLiteral,
}
