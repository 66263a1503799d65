import {directive} from './spec.ts'

export const title = directive({
  name: 'title',
  doc: 'The document’s title for the browser, apart from the one that is shown.',
  arguments: {required: 1, whitespace: true},
  run(call) {
    call.document.tree.attributes['title'] = call.arguments[0]!
    return []
  },
})
