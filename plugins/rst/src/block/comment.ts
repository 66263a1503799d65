import {isBlank} from '../text/whitespace.ts'
import {Element, literalElement} from '../tree.ts'
import type {Explicit} from './context.ts'
import type {Scope} from './scope.ts'

/** How docutils marks the end of an included file in its lines. */
export const endOfInclusion = 'end of inclusion from "'

/**
 * `.. any text`: a comment. Without text and with a blank line after it, it is empty and does not
 * take the indented block that follows. `text` is the line of the marker.
 */
export function readComment(scope: Scope, marker: number, text: string): Explicit {
  if (scope.isNextBlank) {
    const first = text.slice(marker)
    if (isBlank(first)) {
      return {nodes: [new Element('comment', {}, [], scope.line)], blankFinish: true}
    }
    if (first.startsWith(endOfInclusion)) return {nodes: [], blankFinish: true}
  }
  const {line} = scope
  const {block, blankFinish} = scope.indented({first: marker})
  let end = block.length
  while (end > 0 && isBlank(block.lines[end - 1]!.text)) end--
  const comment = literalElement('comment', block.slice(0, end).toString(), line.from(marker))
  return {nodes: [comment], blankFinish}
}
