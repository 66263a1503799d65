import type {Nodes, PhrasingContent} from 'mdast'
import {verbatim} from '../nodes.ts'
import type {Lower, Lowerers, State} from './state.ts'

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

/** A place that links lead to: the theme takes note of ids of `a`. */
const anchor: Lower<Extract<Nodes, {type: 'anchor'}>> = ({data, children}, state) => [
  ...place(data?.hProperties?.['id'], state),
  ...state.all(children),
]

function place(id: unknown, state: State): Nodes[] {
  return typeof id === 'string' ? [state.tag('a', {id}), verbatim('</a>')] : []
}

/** A place before a block. */
export function anchorBefore(id: unknown, state: State): Nodes[] {
  const children = place(id, state) as PhrasingContent[]
  return children.length ? [{type: 'paragraph', children}] : []
}

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
  if (data?.hName === 'code' || role === 'samp') return inlineElement('code', {}, node, state)
  state.lose(`the role \`${role}\` of some words`, node)
  return words
}

/** Docusaurus reads the size and place of a picture from JSX only, and such a picture not at all. */
const image: Lower<Extract<Nodes, {type: 'image'}>> = (
  {url, alt, title, data, position},
  state,
) => {
  const written: Nodes = {type: 'image', url, alt, title}
  const properties = data?.hProperties ?? {}
  if (['width', 'height', 'style'].some((name) => properties[name] !== undefined)) {
    state.lose('the size of a picture', {...written, data, position})
  }
  return [written]
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
  image,
  indexEntry,
  inlineCode,
  subscript: around('sub'),
  superscript: around('sup'),
}
