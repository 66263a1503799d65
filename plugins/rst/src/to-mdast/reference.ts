import type {Nodes, PhrasingContent} from 'mdast'
import type {Element} from '../tree.ts'
import type {Handler, NodeSpec} from './spec.ts'
import {anchor, propertiesOf, type State} from './state.ts'
import {isSafeLink} from './url.ts'

/** A link, if it leads somewhere; else its text. */
const reference: Handler = (element, state) => {
  const children = state.phrasing(element.children)
  const url = urlOf(element, state)
  if (url === undefined) return children
  return state.from(element, {type: 'link', url, title: null, children: withoutLinks(children)})
}

function urlOf({attributes, line, column}: Element, state: State): string | undefined {
  const {refuri, refid} = attributes
  if (refuri === undefined) return refid === undefined ? undefined : `#${state.idFor(refid)}`
  if (isSafeLink(refuri)) return refuri
  state.document.reporter.report('unsafe-url', {url: refuri}, {line, column, reported: null})
  return undefined
}

/** A link in a link is not allowed in mdast; a substitution or a role can bring one along. */
function withoutLinks(nodes: PhrasingContent[]): PhrasingContent[] {
  if (!nodes.some((node) => node.type === 'link')) return nodes
  return nodes.flatMap((node) => (node.type === 'link' ? node.children : node))
}

/** A file to be kept by the reader. */
const download: Handler = (element, state) => {
  const children = state.phrasing(element.children)
  const url = String(element.attributes['reftarget'] ?? element.attributes.refuri ?? '')
  if (!isSafeLink(url)) return children
  const node: Nodes = {type: 'link', url, title: null, children}
  propertiesOf(node)['download'] = true
  return state.from(element, node)
}

/** A place that links lead to. A target that leads on itself is nothing to see. */
const target: Handler = (element, state) => {
  const {ids, refuri} = element.attributes
  const children = state.phrasing(element.children)
  if (refuri !== undefined || !ids?.length) return children
  return state.from(element, anchor(ids[0]!, children))
}

export const referenceSpecs: readonly NodeSpec[] = [
  {type: 'reference', becomes: '`link`, or its content if it leads nowhere', handle: reference},
  {
    type: 'target',
    becomes: '`anchor`; nothing, if the name went to the element after it or leads to an address',
    handle: target,
  },
  {type: 'download_reference', becomes: '`link` with the property `download`', handle: download},
]
