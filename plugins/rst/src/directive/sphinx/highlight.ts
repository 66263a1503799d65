import {Element} from '../../tree.ts'
import {positiveInteger} from '../convert/number.ts'
import {flag} from '../convert/text.ts'
import {directive} from '../spec.ts'

export const highlight = directive({
  name: 'highlight',
  doc: 'The language of the code blocks that follow and name none.',
  arguments: {required: 1},
  options: {force: flag, linenothreshold: positiveInteger},
  run(call) {
    const language = call.arguments[0]!
    call.document.context.set('highlight', language)
    const {force, linenothreshold} = call.options
    const element = new Element('highlightlang', {lang: language}, [], call.line)
    if (force) element.attributes['force'] = true
    if (linenothreshold) element.attributes['linenothreshold'] = linenothreshold
    return [element]
  },
})
