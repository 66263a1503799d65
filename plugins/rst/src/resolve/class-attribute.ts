import type {DocumentState} from '../document.ts'
import {addTo, type Element, textElement} from '../tree.ts'
import {invisible} from './category.ts'
import {Replacements} from './replacements.ts'
import type {Transform} from './spec.ts'
import {skip, walk} from './walk.ts'

/** Moves the classes of `class` directives without content to the next visible element. */
export const classAttribute: Transform = {
  name: 'ClassAttribute',
  priority: 210,
  doc: 'Gives the classes of a `class` directive to the element after it.',
  apply(document, pending) {
    const replacements = new Replacements()
    const directives = new Set(pending)
    let waiting: Element[] = []
    walk(document.tree, (element) => {
      if (directives.has(element)) waiting.push(element)
      if (invisible.has(element.type) || element.type === 'system_message') return skip
      if (element === document.tree) return
      for (const directive of waiting) {
        for (const name of classesOf(directive)) addTo(element, 'classes', name)
        replacements.remove(directive)
      }
      waiting = []
    })
    for (const directive of waiting) replacements.replace(directive, [failure(document, directive)])
    replacements.apply(document.tree)
  },
}

function classesOf(directive: Element): string[] {
  return (directive.data?.details?.['class'] ?? []) as string[]
}

function failure(document: DocumentState, directive: Element): Element {
  return document.reporter.report(
    'class-without-element',
    {directive: String(directive.data?.details?.['directive'])},
    {line: directive.line},
    [textElement('literal_block', directive.raw, {'xml:space': 'preserve'})],
  )
}
