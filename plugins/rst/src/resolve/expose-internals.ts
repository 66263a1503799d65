import type {Element} from '../tree.ts'
import type {Transform} from './spec.ts'
import {walk} from './walk.ts'

/** Shows internal values of elements as attributes named `internal:…`. */
export const exposeInternals: Transform = {
  name: 'ExposeInternals',
  priority: 840,
  doc: 'Shows internal values of elements as attributes, for debugging.',
  apply({tree, settings}) {
    if (settings.expose_internals.length === 0) return
    walk(tree, (element) => {
      for (const name of settings.expose_internals) {
        const value = internals[name]?.(element)
        if (value !== undefined) element.attributes[`internal:${name}`] = value
      }
    })
  },
}

/** docutils' internal attributes that elements here have too. */
const internals: Readonly<Record<string, (element: Element) => string | number | undefined>> = {
  rawsource: (element) => element.raw,
  source: (element) => element.line?.path,
  line: (element) => element.line?.number,
}
