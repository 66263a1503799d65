import {repr} from '../text/repr.ts'
import {textElement} from '../tree.ts'
import {unchangedRequired} from './convert/text.ts'
import {directive} from './spec.ts'

export const testDirective = directive({
  name: 'restructuredtext-test-directive',
  doc: 'Shows how a directive was read; for tests of parsers.',
  arguments: {optional: 1, whitespace: true},
  options: {option: unchangedRequired},
  content: true,
  run(call) {
    const options = {
      ...(call.substitution === undefined ? {} : {alt: call.substitution}),
      ...call.options,
    }
    const hasContent = call.content.length > 0
    const values = {
      name: call.name,
      arguments: repr(call.arguments),
      options: repr(options),
      content: hasContent ? '' : ' None',
    }
    const children = hasContent ? [textElement('literal_block', call.content.toString())] : []
    return [call.report('directive-processed', values, {children})]
  },
})
