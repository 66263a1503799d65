import {Element} from '../tree.ts'
import {blockAttributes} from './block-attributes.ts'
import {classes} from './convert/class.ts'
import {unchanged} from './convert/text.ts'
import {directive} from './spec.ts'

export const rubric = directive({
  name: 'rubric',
  doc: 'An informal heading that is no part of the document’s structure.',
  arguments: {required: 1, whitespace: true},
  options: {class: classes, name: unchanged},
  run(call) {
    const {nodes, messages} = call.parseInline(call.arguments[0]!)
    const element = new Element('rubric', blockAttributes(call), nodes)
    call.addName(element)
    return [element, ...messages]
  },
})
