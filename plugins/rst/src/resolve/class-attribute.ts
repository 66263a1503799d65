import type {DocumentState} from '../document.ts'
import {Line} from '../text/line.ts'
import {addTo, type Element, textElement} from '../tree.ts'
import {invisible} from './category.ts'
import {endOf} from './document-end.ts'
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
    let waiting: {directive: Element; parent: Element}[] = []
    walk(document.tree, (element, parent) => {
      if (directives.has(element)) waiting.push({directive: element, parent: parent!})
      if (invisible.has(element.type) || element.type === 'system_message') return skip
      if (element === document.tree) return
      for (const {directive} of waiting) {
        for (const name of classesOf(directive)) addTo(element, 'classes', name)
        replacements.remove(directive)
      }
      waiting = []
    })
    for (const {directive, parent} of waiting) {
      replacements.replace(directive, [failure(document, directive, parent)])
    }
    replacements.apply(document.tree)
  },
}

function classesOf(directive: Element): string[] {
  return (directive.data?.details?.['class'] ?? []) as string[]
}

function failure(document: DocumentState, directive: Element, parent: Element): Element {
  const isInBody = parent.type === 'document' || parent.type === 'section'
  const reported = isInBody ? endOfBlock(directive) : endOf(document.tree)
  const message = document.reporter.report(
    'class-without-element',
    {directive: String(directive.data?.details?.['directive'])},
    {line: directive.line, reported},
    [textElement('literal_block', directive.raw, {'xml:space': 'preserve'})],
  )
  if (!reported) message.attributes['line'] = 'True' // docutils prints the line it does not know
  return message
}

/** The last of a directive's lines and of the blank ones after it: there docutils' parser stands. */
function endOfBlock({line, raw}: Element): Line | null {
  if (!line) return null
  const {lines} = line.origin.source
  let number = line.number + raw.trimEnd().split('\n').length - 1
  while (lines[number] === '') number++
  return new Line('', line.origin, number)
}
