import type {Nodes, Node as MdastNode} from 'mdast'
// The types of the nodes that RST's trees have beyond Markdown's.
import type {} from '@handrail/rst'

/** A `|name|` that is left for those who show the page. */
export interface Token extends MdastNode {
  type: 'token'
  name: string
}

/** A component without content, imported by the page: in MDX only. */
export interface Component extends MdastNode {
  type: 'component'
  name: string
}

declare module 'mdast' {
  interface PhrasingContentMap {
    token: Token
  }
  interface BlockContentMap {
    component: Component
  }
  interface RootContentMap {
    token: Token
    component: Component
  }
}

export function tokenNode(name: string): Token {
  return {type: 'token', name}
}

export function componentNode(name: string): Component {
  return {type: 'component', name}
}

/** Text to be written as it is: a tag, for the most part. */
export function verbatim(value: string): Nodes {
  return {type: 'html', value}
}
