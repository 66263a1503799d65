import {Element} from '../tree.ts'
import {classes, unchanged} from './option.ts'
import {directive, type DirectiveSpec} from './spec.ts'

/** One of docutils' nine admonitions with a title of their own. */
function admonition(name: string, doc: string): DirectiveSpec {
  return directive({
    name,
    doc,
    arguments: {},
    options: {class: classes, name: unchanged},
    content: true,
    run(call) {
      if (call.content.length === 0) return call.fail('directive-content', {name: call.name})
      const element = new Element(name, {}, [], call.line)
      if (call.options.class) element.attributes.classes = call.options.class
      call.addName(element)
      call.parseBlocks(call.content, element)
      return [element]
    },
  })
}

export const note = admonition('note', 'Something the reader should notice.')
