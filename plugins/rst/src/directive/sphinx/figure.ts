import {type Element, isElement} from '../../tree.ts'
import {figure as docutilsFigure} from '../figure.ts'
import {directive, type DirectiveCall} from '../spec.ts'

/** docutils' figure, but that its name is the figure's and not the image's. */
export const figure = directive({
  ...docutilsFigure,
  run(call) {
    const nodes = docutilsFigure.run(call)
    const [element] = nodes
    if (isElement(element, 'figure') && call.options['name'] !== undefined) moveName(call, element)
    return nodes
  },
})

function moveName(call: DirectiveCall, figure: Element): void {
  const [first] = figure.children
  const image = isElement(first, 'reference') ? first.children[0] : first
  if (!isElement(image)) return
  const {ids = [], names = [], dupnames} = image.attributes
  figure.attributes.ids = [...ids, ...(figure.attributes.ids ?? [])]
  figure.attributes.names = [...names, ...(figure.attributes.names ?? [])]
  if (dupnames) figure.attributes.dupnames = dupnames
  for (const id of ids) call.document.ids.set(id, figure)
  for (const list of ['ids', 'names', 'dupnames'] as const) delete image.attributes[list]
}
