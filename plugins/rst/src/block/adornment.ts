import {trim} from '../text/whitespace.ts'
import {textElement} from '../tree.ts'
import type {BlockConstruct} from './construct.ts'
import {isAdornment} from './marker.ts'

/**
 * A line of one repeated punctuation character: the next line decides what it is. Where no titles
 * may stand it is an error, or text if it is short.
 */
export const adornment: BlockConstruct = {
  name: 'adornment',
  starts: '!"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~',
  recognise: (text) => (isAdornment(text) ? text.length : -1),
  parse(scope) {
    if (scope.titles) {
      scope.context.parseAdornment(scope)
      return true
    }
    const text = trim(scope.text)
    if (text === '::') return false
    if (text.length < 4) {
      scope.add(scope.report('adornment-short', {}))
      return false
    }
    const source = textElement('literal_block', scope.text)
    scope.add(scope.report('title-or-transition-unexpected', {}, scope.at, [source]))
    return true
  },
}
