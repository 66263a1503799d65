import {codeBlock} from './code-block.ts'
import {classes} from './convert/class.ts'
import {integer} from './convert/number.ts'
import {unchanged} from './convert/text.ts'
import {directive, Refusal} from './spec.ts'

export const code = directive({
  name: 'code',
  aliases: ['code-block', 'sourcecode'],
  doc: 'A block of code in a language that may be named.',
  arguments: {optional: 1},
  options: {class: classes, name: unchanged, 'number-lines': unchanged},
  content: 'required',
  run(call) {
    const {class: names, 'number-lines': number} = call.options
    const firstNumber = number === undefined ? undefined : integer(number || '1')
    if (firstNumber instanceof Refusal) return call.fail('line-number-start', {})
    const element = codeBlock({
      text: call.content.toString(),
      language: call.arguments[0],
      classes: names,
      firstNumber,
      lineCount: call.content.length,
    })
    call.addName(element)
    return [element]
  },
})
