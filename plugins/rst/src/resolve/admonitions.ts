import type {Element} from '../tree.ts'
import {addTo, textElement} from '../tree.ts'
import {admonitions as types} from './category.ts'
import {labels} from './labels.ts'
import type {Transform} from './spec.ts'
import {walk} from './walk.ts'

/** Makes specific admonitions generic ones with a title and a class. */
export const admonitions: Transform = {
  name: 'Admonitions',
  priority: 920,
  doc: 'Makes `note`, `tip` and the like generic admonitions with a title.',
  apply({tree}) {
    walk(tree, (element: Element) => {
      const {type} = element
      if (!types.has(type)) return
      addTo(element, 'classes', type)
      if (type === 'admonition') return
      element.type = 'admonition'
      element.children.unshift(textElement('title', labels[type]!))
    })
  },
}
