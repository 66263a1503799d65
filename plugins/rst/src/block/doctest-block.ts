import {textElement} from '../tree.ts'
import type {BlockConstruct} from './construct.ts'
import {markerEnd} from './marker.ts'

/** `>>> expression`: an interactive session, up to the next blank line. */
export const doctestBlock: BlockConstruct = {
  name: 'doctest_block',
  starts: '>',
  recognise: (text) => (text.startsWith('>>>') ? markerEnd(text, 3) : -1),
  parse(scope) {
    const {line} = scope
    const block = textElement('doctest_block', scope.textBlock().toString())
    block.line = line
    scope.add(block)
    return true
  },
}
