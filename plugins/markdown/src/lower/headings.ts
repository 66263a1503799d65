import type {Nodes, PhrasingContent} from 'mdast'
import {toString} from 'mdast-util-to-string'
import {verbatim} from '../nodes.ts'
import {idOf, inOneLine, type Lower, type Lowerers, paragraph} from './state.ts'

/**
 * A title keeps its id where its words would give it another one. The title of a page has none:
 * links lead to the page. Other places that links lead to stand before it.
 */
const heading: Lower<Extract<Nodes, {type: 'heading'}>> = (node, state) => {
  const words = node.children.filter(({type}) => type !== 'anchor')
  const places = node.children.filter(({type}) => type === 'anchor')
  const children = state.all(inOneLine(words)) as PhrasingContent[]
  const id = node.depth > 1 ? node.data?.id : undefined
  if (!state.isSlug(id, toString(words))) {
    // A brace begins an expression in MDX; Docusaurus looks for the id in the text.
    const brace = state.dialect === 'mdx' ? '\\{' : '{'
    children.push(verbatim(` ${brace}#${id}}`) as PhrasingContent)
  }
  const before = places.length ? [paragraph(state.places(places.flatMap(idOf)))] : []
  return [...before, {type: 'heading', depth: node.depth, children}]
}

export const headingLowerers: Lowerers = {heading}
