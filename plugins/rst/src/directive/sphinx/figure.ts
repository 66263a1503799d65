import {type Element, isElement} from '../../tree.ts'
import {figure as docutilsFigure} from '../figure.ts'
import {directive, type DirectiveCall} from '../spec.ts'
import {findPicture, pictureOf} from './image.ts'

/** docutils' figure with Sphinx' image in it; its name is the figure's and not the image's. */
export const figure = directive({
  ...docutilsFigure,
  run(call) {
    const nodes = docutilsFigure.run(call)
    const [element] = nodes
    const image = isElement(element, 'figure') ? pictureOf(element.children[0]) : undefined
    if (!image) return nodes
    findPicture(image, call)
    if (call.options['name'] !== undefined) moveName(call, element as Element, image)
    return nodes
  },
})

function moveName(call: DirectiveCall, figure: Element, image: Element): void {
  const {ids = [], names = [], dupnames} = image.attributes
  figure.attributes.ids = [...ids, ...(figure.attributes.ids ?? [])]
  figure.attributes.names = [...names, ...(figure.attributes.names ?? [])]
  if (dupnames) figure.attributes.dupnames = dupnames
  for (const id of ids) call.document.ids.set(id, figure)
  for (const list of ['ids', 'names', 'dupnames'] as const) delete image.attributes[list]
}
