import {literalElement} from '../tree.ts'
import type {BlockConstruct} from './construct.ts'
import {markerEnd} from './marker.ts'

/** `>>> expression`: an interactive session, up to the next blank line. */
export const doctestBlock: BlockConstruct = {
  name: 'doctest_block',
  starts: '>',
  recognise: (text) => (text.startsWith('>>>') ? markerEnd(text, 3) : -1),
  parse(scope) {
    const {line} = scope
    scope.add(literalElement('doctest_block', scope.textBlock().toString(), line))
    return true
  },
}
