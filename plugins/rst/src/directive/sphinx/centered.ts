import {Element} from '../../tree.ts'
import {directive} from '../spec.ts'

export const centered = directive({
  name: 'centered',
  doc: 'A centred line.',
  arguments: {required: 1, whitespace: true},
  run(call) {
    const {nodes, messages} = call.parseInline(call.arguments[0]!)
    return [new Element('centered', {}, nodes, call.line), ...messages]
  },
})
