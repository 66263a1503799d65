import type {Element} from '../tree.ts'
import type {Explicit} from './context.ts'
import type {Scope} from './scope.ts'

/**
 * Reads the body of a footnote or citation whose marker ends at `end`. `note` enters the element's
 * name into the document's books, after the block is taken and before it is parsed.
 */
export function readLabelled(
  scope: Scope,
  end: number,
  element: Element,
  empty: 'footnote-empty' | 'citation-empty',
  note: () => void,
): Explicit {
  const {block, blankFinish} = scope.indented({first: end})
  note()
  if (block.length > 0) scope.parseInto(element, block)
  else {
    const {document} = scope.context
    const spot = {line: element.line, reported: scope.context.currentLine()}
    element.children.push(document.reporter.report(empty, {}, spot))
  }
  return {nodes: [element], blankFinish}
}
