import type {Image, Nodes} from 'mdast'
import type {Element} from '../tree.ts'
import type {Figure, FigureCaption} from './nodes.ts'
import type {Handler, NodeSpec} from './spec.ts'
import {container} from './directive.ts'
import {addClasses, propertiesOf, type State} from './state.ts'
import {isSafeImage} from './url.ts'

/** A picture with its size and place; its address is as the author wrote it. */
const image: Handler = (element, state) => {
  const {uri = '', alt, align, loading} = element.attributes
  if (!isSafeImage(uri)) {
    const {line, column} = element
    state.document.reporter.report('unsafe-url', {url: uri}, {line, column, reported: null})
    return undefined
  }
  const node: Image = {
    type: 'image',
    url: uri,
    title: null,
    alt: alt === undefined ? '' : String(alt),
  }
  setSize(node, element)
  if (align !== undefined) addClasses(node, [`align-${String(align)}`])
  if (loading === 'lazy') propertiesOf(node)['loading'] = 'lazy'
  return state.from(element, node)
}

/** Pixels are attributes of the picture; other units are for its style. */
function setSize(node: Nodes, {attributes}: Element): void {
  const styles: string[] = []
  for (const side of ['width', 'height'] as const) {
    const [, number, unit] = /^([\d.]+) *(\D*)$/.exec(String(attributes[side] ?? '')) ?? []
    if (number === undefined) continue
    if (unit === '' || unit === 'px') propertiesOf(node)[side] = Number(number)
    else styles.push(`${side}: ${number}${unit}`)
  }
  if (styles.length > 0) propertiesOf(node)['style'] = styles.join('; ')
  if (attributes['scale'] !== undefined)
    propertiesOf(node)['dataScale'] = String(attributes['scale'])
}

const figure: Handler = (element, state) => {
  const children = state.all(element.children) as Figure['children']
  const node: Figure = {type: 'figure', children, data: {hName: 'figure'}}
  setSize(node, element)
  const {align} = element.attributes
  if (align !== undefined) addClasses(node, [`align-${String(align)}`])
  return state.from(element, node)
}

const caption: Handler = (element, state) => {
  const children = state.phrasing(element.children)
  const node: FigureCaption = {type: 'figureCaption', children, data: {hName: 'figcaption'}}
  return state.from(element, node)
}

const legend: Handler = (element, state: State) => container(element, state, 'legend')

export const figureSpecs: readonly NodeSpec[] = [
  {type: 'image', becomes: '`image`', handle: image},
  {type: 'figure', becomes: '`figure`', handle: figure},
  {type: 'caption', becomes: '`figureCaption`', handle: caption},
  {type: 'legend', becomes: 'directive `legend` in the `figure`', handle: legend},
]
