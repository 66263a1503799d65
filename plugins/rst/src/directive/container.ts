import {Element} from '../tree.ts'
import {classes} from './convert/class.ts'
import {unchanged} from './convert/text.ts'
import {directive, Refusal} from './spec.ts'

export const container = directive({
  name: 'container',
  doc: 'Blocks that are kept together under class names.',
  arguments: {optional: 1, whitespace: true},
  options: {name: unchanged},
  content: 'required',
  run(call) {
    const [text] = call.arguments
    const names = text === undefined ? undefined : classes(text)
    if (names instanceof Refusal) {
      return call.fail('class-attribute', {name: call.name, value: text!})
    }
    const element = new Element('container', names ? {classes: names} : {}, [], call.line)
    call.addName(element)
    call.parseBlocks(call.content, element)
    return [element]
  },
})
