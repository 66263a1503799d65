import {classes} from '../convert/class.ts'
import {integer} from '../convert/number.ts'
import {flag, unchanged, unchangedRequired} from '../convert/text.ts'
import {directive} from '../spec.ts'
import {codeElement, dedent, emphasizeLines, optionalInteger, withCaption} from './literal.ts'

const options = {
  force: flag,
  linenos: flag,
  dedent: optionalInteger,
  'lineno-start': integer,
  'emphasize-lines': unchangedRequired,
  caption: unchangedRequired,
  class: classes,
  name: unchanged,
}

export const codeBlock = directive({
  name: 'code-block',
  aliases: ['sourcecode'],
  doc: 'A block of code with line numbers, emphasized lines and a caption.',
  arguments: {optional: 1},
  options,
  content: true,
  run(call) {
    const {dedent: columns, caption, 'emphasize-lines': lines} = call.options
    const text = dedent(call.content.toString(), columns)
    const element = codeElement(call, text, call.arguments[0])
    const refusal = emphasizeLines(element, lines, call.content.length)
    if (refusal)
      return call.fail('line-numbers', {problem: refusal.reason, expected: refusal.expected})
    const result = withCaption(call, element, caption)
    call.addName(result)
    return [result]
  },
})

/** docutils' way to write it. */
export const code = directive({
  name: 'code',
  doc: 'A block of code with or without line numbers.',
  arguments: {optional: 1},
  options: {class: classes, force: flag, name: unchanged, 'number-lines': optionalInteger},
  content: 'required',
  run(call) {
    const start = call.options['number-lines']
    const element = codeElement(call, call.content.toString(), call.arguments[0])
    if (start !== undefined) element.attributes['linenos'] = true
    if (start) element.data = {details: {linenostart: start}}
    call.addName(element)
    return [element]
  },
})
