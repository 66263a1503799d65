import {Element} from '../tree.ts'
import {classes} from './convert/class.ts'
import {unchanged} from './convert/text.ts'
import {directive} from './spec.ts'

export const compound = directive({
  name: 'compound',
  doc: 'Several blocks that make up one paragraph.',
  options: {class: classes, name: unchanged},
  content: 'required',
  run(call) {
    const element = new Element('compound', {}, [], call.line)
    if (call.options.class) element.attributes.classes = call.options.class
    call.addName(element)
    call.parseBlocks(call.content, element)
    return [element]
  },
})
