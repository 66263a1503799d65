import {Element} from '../../tree.ts'
import {directive} from '../spec.ts'

/** Whether its content is kept is decided when the document is resolved: tags are known then. */
export const only = directive({
  name: 'only',
  doc: 'Content for builds with certain tags.',
  arguments: {required: 1, whitespace: true},
  content: true,
  run(call) {
    const element = new Element('only', {expr: call.arguments[0]!}, [], call.line)
    call.parseBlocks(call.content, element, {titles: true})
    return [element]
  },
})
