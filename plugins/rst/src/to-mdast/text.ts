import type {Nodes, PhrasingContent} from 'mdast'
import {type Element, Text, textOf} from '../tree.ts'
import type {Handler, NodeSpec} from './spec.ts'
import {contentOnly, nothing} from './spec.ts'
import {addClasses, anchor, propertiesOf, type State} from './state.ts'

const paragraph: Handler = (element, state) =>
  state.from(element, {type: 'paragraph', children: state.phrasing(element.children)})

/** A paragraph that a class tells from others. */
function classed(name: string): Handler {
  return (element, state) => {
    const node: Nodes = {type: 'paragraph', children: state.phrasing(element.children)}
    addClasses(node, [name])
    return state.from(element, node)
  }
}

const emphasis: Handler = (element, state) =>
  state.part(element, {type: 'emphasis', children: state.phrasing(element.children)})

const strong: Handler = (element, state) =>
  state.part(element, {type: 'strong', children: state.phrasing(element.children)})

const subscript: Handler = (element, state) => {
  const children = state.phrasing(element.children)
  return state.part(element, {type: 'subscript', children, data: {hName: 'sub'}})
}

const superscript: Handler = (element, state) => {
  const children = state.phrasing(element.children)
  return state.part(element, {type: 'superscript', children, data: {hName: 'sup'}})
}

/** The title of a work: emphasized where nobody knows better. */
const titleReference: Handler = (element, state) => {
  const children = state.phrasing(element.children)
  return state.part(element, {type: 'emphasis', children, data: {hName: 'cite'}})
}

/** Roles that are classes in docutils' tree, and the HTML element that says the same. */
const roleElements: Readonly<Record<string, string>> = {
  kbd: 'kbd',
  samp: 'samp',
  file: 'code',
  guilabel: 'span',
  menuselection: 'span',
}

/** Code, unless it is some other text in a fixed font (`:kbd:`) or has markup (`:file:`). */
const literal: Handler = (element, state) => {
  const role = element.attributes.classes?.find((name) => Object.hasOwn(roleElements, name))
  const isPlain = element.children.every((child) => child instanceof Text)
  if (role !== undefined || !isPlain) return inlineRole(element, state, role ?? 'literal')
  const {classes} = element.attributes
  if (classes?.includes('code')) return code(element, state)
  const node: Nodes = {type: 'inlineCode', value: textOf(element)}
  return isOfReference(element) ? state.placePart(element, node) : state.part(element, node)
}

/** Code in a language that the author named: `:code:` or a role made of it. */
function code(element: Element, state: State): Nodes {
  const languages = element.attributes.classes!.filter((name) => name !== 'code')
  const node: Nodes = {type: 'inlineCode', value: textOf(element)}
  if (languages.length > 0)
    addClasses(
      node,
      languages.map((name) => `language-${name}`),
    )
  return state.placePart(element, node)
}

function inlineRole(element: Element, state: State, role: string): Nodes {
  const hName = roleElements[role] ?? (element.type === 'literal' ? 'code' : 'span')
  const children = state.phrasing(element.children)
  return state.part(element, {type: 'inlineRole', role, children, data: {hName}})
}

/** The text of Sphinx' references has classes that mean nothing to a reader. */
function isOfReference({attributes}: Element): boolean {
  return attributes.classes?.[0] === 'xref'
}

/** Text with a class of the author's; without one it is just text. */
const inline: Handler = (element, state) => {
  const {classes = [], ids = []} = element.attributes
  const [role] = classes
  if (role !== undefined && !isOfReference(element)) return inlineRole(element, state, role)
  if (ids.length > 0) return anchor(ids[0]!, state.phrasing(element.children))
  return state.all(element.children)
}

/** An abbreviation, with what it stands for where that is known. */
const abbreviation: Handler = (element, state) => {
  const children = state.phrasing(element.children)
  const node: Nodes = {type: 'inlineRole', role: 'abbr', children, data: {hName: 'abbr'}}
  const {explanation} = element.attributes
  if (explanation) propertiesOf(node)['title'] = String(explanation)
  return state.part(element, node)
}

/** What could not be understood shows as it was written; its message says why. */
const problematic: Handler = (element) => ({type: 'text', value: textOf(element)})

/** A reference to a substitution that nobody has resolved shows as it was written. */
const substitutionReference: Handler = (element) => ({
  type: 'text',
  value: element.raw || textOf(element),
})

const blockQuote: Handler = (element, state) => {
  const children = state.flow(element.children) as never[]
  return state.from(element, {type: 'blockquote', children})
}

const lineBlock: Handler = (element, state) => {
  const children = state.all(element.children) as never[]
  const node: Nodes = {type: 'lineBlock', children, data: {hName: 'div'}}
  addClasses(node, ['line-block'])
  return state.from(element, node)
}

const line: Handler = (element, state) => {
  const children: PhrasingContent[] = state.phrasing(element.children)
  const node: Nodes = {type: 'line', children, data: {hName: 'div'}}
  addClasses(node, ['line'])
  return state.part(element, node)
}

export const textSpecs: readonly NodeSpec[] = [
  {type: 'paragraph', becomes: '`paragraph`', handle: paragraph},
  {type: 'rubric', becomes: '`paragraph` with class `rubric`', handle: classed('rubric')},
  {type: 'block_quote', becomes: '`blockquote`', handle: blockQuote},
  {
    type: 'attribution',
    becomes: '`paragraph` with class `attribution` in the `blockquote`',
    handle: classed('attribution'),
  },
  {type: 'line_block', becomes: '`lineBlock`', handle: lineBlock},
  {type: 'line', becomes: '`line` in a `lineBlock`', handle: line},
  {type: 'emphasis', becomes: '`emphasis`', handle: emphasis},
  {type: 'strong', becomes: '`strong`', handle: strong},
  {
    type: 'literal',
    becomes: '`inlineCode`, or `inlineRole` for `kbd` and the like',
    handle: literal,
  },
  {type: 'subscript', becomes: '`subscript`', handle: subscript},
  {type: 'superscript', becomes: '`superscript`', handle: superscript},
  {type: 'title_reference', becomes: '`emphasis`, in HTML `cite`', handle: titleReference},
  {type: 'abbreviation', becomes: '`inlineRole` `abbr`', handle: abbreviation},
  {type: 'acronym', becomes: '`inlineRole` `abbr`', handle: abbreviation},
  {
    type: 'inline',
    becomes: '`inlineRole` with the class as role, else its content',
    handle: inline,
  },
  {type: 'problematic', becomes: '`text` as it was written', handle: problematic},
  {
    type: 'substitution_reference',
    becomes: '`text` as it was written, if nothing was put in its place',
    handle: substitutionReference,
  },
  {
    type: 'substitution_definition',
    becomes: 'nothing: its content stands elsewhere',
    handle: nothing,
  },
  {type: 'comment', becomes: 'nothing', handle: nothing},
  {type: 'system_message', becomes: 'a message of the document', handle: nothing},
  {type: 'pending', becomes: 'nothing', handle: nothing},
  {type: 'pending_xref', becomes: 'its content, if it was not linked', handle: contentOnly},
]
