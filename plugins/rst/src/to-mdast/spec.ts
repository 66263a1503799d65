import type {Nodes} from 'mdast'
import type {Element} from '../tree.ts'
import type {State} from './state.ts'

/** Makes mdast of a docutils element; nothing, if nothing of it is shown. */
export type Handler = (element: Element, state: State) => Nodes | Nodes[] | undefined

/** What becomes of one type of docutils' elements. */
export interface NodeSpec {
  /** docutils' or Sphinx' name of the element. */
  readonly type: string
  /** What it becomes, in a few words of Markdown for the reference. */
  readonly becomes: string
  readonly handle: Handler
}

export interface ToMdastOptions {
  /**
   * What becomes of HTML written with `raw`: `allow` makes it HTML, `escape` shows its source,
   * `refuse` leaves it out with a message. Default: `allow`, as in docutils.
   */
  raw?: 'allow' | 'escape' | 'refuse'
}

/** For elements that show nothing themselves. */
export const nothing: Handler = () => undefined

/** For elements whose content stands in their place. */
export const contentOnly: Handler = (element, state) => state.all(element.children)
