import {Element} from '../tree.ts'
import {blockAttributes} from './block-attributes.ts'
import {classes} from './convert/class.ts'
import {unchanged} from './convert/text.ts'
import {directive} from './spec.ts'

export const parsedLiteral = directive({
  name: 'parsed-literal',
  doc: 'A block whose line breaks and spaces are kept and whose inline markup is read.',
  options: {class: classes, name: unchanged},
  content: 'required',
  run(call) {
    const {nodes, messages} = call.parseInline(call.content, call.line)
    const element = new Element('literal_block', blockAttributes(call), nodes)
    element.line = call.content.lines[0]
    call.addName(element)
    return [element, ...messages]
  },
})
