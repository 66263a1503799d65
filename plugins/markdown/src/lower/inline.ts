import type {Nodes, PhrasingContent} from 'mdast'
import {toString} from 'mdast-util-to-string'
import {verbatim} from '../nodes.ts'
import {idOf, type Lower, type Lowerers, type State} from './state.ts'

/** `<name>` around words that are Markdown. */
function around(name: string): Lower<Extract<Nodes, {type: 'subscript' | 'superscript'}>> {
  return (node, state) => inlineElement(name, {}, node, state)
}

function inlineElement(
  name: string,
  attributes: Record<string, string | undefined>,
  {children}: {children: readonly Nodes[]},
  state: State,
): Nodes[] {
  return [state.tag(name, attributes), ...state.all(children), verbatim(`</${name}>`)]
}

/** A place that links lead to, before the words that are meant. */
const anchor: Lower<Extract<Nodes, {type: 'anchor'}>> = (node, state) => [
  ...state.places(idOf(node)),
  ...state.all(node.children),
]

/** How roles look: their names are docutils' and Sphinx'. */
const inlineRole: Lower<Extract<Nodes, {type: 'inlineRole'}>> = (node, state) => {
  const {role, children, data} = node
  if (role === 'kbd') return inlineElement('kbd', {}, node, state)
  if (role === 'abbr') {
    const title = data?.hProperties?.['title']
    return inlineElement('abbr', {title: title ? String(title) : undefined}, node, state)
  }
  const words = state.all(children) as PhrasingContent[]
  if (role === 'guilabel' || role === 'menuselection') return [{type: 'strong', children: words}]
  if (role === 'classifier') return [{type: 'emphasis', children: words}]
  if (data?.hName === 'code' || role === 'samp') {
    const isPlain = children.every(({type}) => type === 'text')
    if (isPlain) return state.one({type: 'inlineCode', value: toString(children)})
    return inlineElement('code', {}, node, state)
  }
  state.lose(`the role \`${role}\` of some words`, node)
  return words
}

const indexEntry: Lower<Extract<Nodes, {type: 'indexEntry'}>> = (node, state) => {
  state.lose(`words of the index: ${node.terms.join(', ')}`, node)
  return []
}

const inlineCode: Lower<Extract<Nodes, {type: 'inlineCode'}>> = ({value}) => [
  {type: 'inlineCode', value: value.replace(/\n/g, ' ')},
]

export const inlineLowerers: Lowerers = {
  anchor,
  inlineRole,
  indexEntry,
  inlineCode,
  subscript: around('sub'),
  superscript: around('sup'),
}
