import type {Element} from '../tree.ts'
import {textElements} from './category.ts'
import type {Transform} from './spec.ts'
import {walk} from './walk.ts'

/** Shows internal values of elements as attributes named `internal:…`. */
export const exposeInternals: Transform = {
  name: 'ExposeInternals',
  priority: 840,
  doc: 'Shows internal values of elements as attributes, for debugging.',
  apply({tree, settings}) {
    if (settings.expose_internals.length === 0) return
    walk(tree, (element, parent) => {
      const isInline = parent !== undefined && textElements.has(parent.type)
      for (const name of settings.expose_internals) {
        const value = internals[name]?.(element, isInline)
        if (value !== undefined) element.attributes[`internal:${name}`] = value
      }
    })
  },
}

type Internal = (element: Element, isInline: boolean) => string | number | undefined

/** docutils' internal values that elements here have too; only blocks know their place in it. */
const internals: Readonly<Record<string, Internal>> = {
  rawsource: ({raw}) => raw,
  source: ({line}, isInline) => (isInline ? undefined : line?.path),
  line: ({line}, isInline) => (isInline ? undefined : line?.number),
}
