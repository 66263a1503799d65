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
 * Reads the further items of a list. `readItem` reads the one that begins on the current line and
 * says whether it finished with a blank line, or undefined if the line begins no such item; then
 * the list ends before it. With `tight`, a blank line ends the list too.
 */
export function readFurtherItems(
  scope: Scope,
  blankFinish: boolean,
  readItem: () => boolean | undefined,
  tight = false,
): boolean {
  let finish = blankFinish
  scope.hold(() => {
    while (scope.next()) {
      if (scope.text === '' && !tight) continue
      const result = scope.text === '' ? undefined : readItem()
      if (result === undefined) {
        scope.back()
        return
      }
      finish = result
    }
  })
  return finish
}
