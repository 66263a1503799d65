import {decodedPath} from '@handrail/rst'
import type {Nodes, PhrasingContent} from 'mdast'
import {type Attributes, quoted, writtenAttributes} from '../dialect.ts'
import {verbatim} from '../nodes.ts'
import {isLocal, lookOf} from '../picture-look.ts'
import type {Lower, Lowerers, State} from './state.ts'

type Image = Extract<Nodes, {type: 'image'}>
type Figure = Extract<Nodes, {type: 'figure'}>

/** A picture with a size or a place is an element: Markdown's has neither. */
const image: Lower<Image> = (node, state) => {
  loseScale(node, state)
  const look = lookOf(node)
  const {url, alt, title} = node
  if (!look) return [{type: 'image', url, alt, title}]
  const alternative = writtenAttributes({alt: alt ?? ''}, state.dialect)
  const shape = writtenAttributes(look, state.dialect)
  return [verbatim(`<img${source(url, state)}${alternative}${shape} />`)]
}

/** What a page in MDX shows has to be asked for; files of other sites have an address. */
function source(url: string, {dialect}: State): string {
  if (dialect === 'md' || !isLocal(url)) return writtenAttributes({src: url}, dialect)
  const path = decodedPath(url).replace(/^(?!\.\.?\/)/, './')
  return ` src={require(${quoted(path)}).default}`
}

function loseScale(node: Image, state: State): void {
  if (node.data?.hProperties?.['dataScale'] !== undefined) {
    state.lose('the scale of a picture', node)
  }
}

/** The attributes of the element around a picture and its words. */
export function figureAttributes(node: Figure): Attributes {
  return lookOf(node) ?? {}
}

/** A picture on a line of its own. */
export function pictureLine(node: Image, state: State): Nodes {
  return {type: 'paragraph', children: state.one(node) as PhrasingContent[]}
}

export const pictureLowerers: Lowerers = {image}
