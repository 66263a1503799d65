import {isBlank} from '../text/whitespace.ts'
import {Element} from '../tree.ts'
import type {Scope} from './scope.ts'

/**
 * Reads the list item whose marker ends at `marker` of the current line. Text right after the
 * marker sets the indentation of the rest; otherwise the next line does.
 */
export function readListItem(scope: Scope, marker: number): {item: Element; blankFinish: boolean} {
  const item = new Element('list_item', {}, [], scope.line)
  const {block, blankFinish} = scope.indented(
    marker < scope.text.length ? {known: marker} : {first: marker},
  )
  if (block.length > 0) scope.parseInto(item, block)
  return {item, blankFinish}
}

/**
 * Reads an item of a list that begins on the current line and says whether it finished with a blank
 * line; undefined if the line begins no such item, with the cursor where it was.
 */
export type ReadItem = (scope: Scope, list: Element) => boolean | undefined

/**
 * Reads the further items of a list, up to a line that begins none. With `tight`, a blank line ends
 * the list too. Says whether the last item finished with a blank line.
 */
export function readFurtherItems(
  scope: Scope,
  list: Element,
  blankFinish: boolean,
  readItem: ReadItem,
  tight = false,
): boolean {
  let finish: boolean | undefined = blankFinish
  let last = blankFinish
  const isFree = scope.hold()
  while (finish !== undefined && scope.next()) {
    if (!isBlank(scope.text)) finish = readItem(scope, list)
    else if (tight) finish = undefined
    if (finish === undefined) scope.back()
    else last = finish
  }
  if (isFree) scope.release()
  return last
}
