import {Element} from '../tree.ts'
import type {BlockConstruct} from './construct.ts'
import {readFurtherItems, readListItem} from './list-item.ts'
import {markerEnd} from './marker.ts'

const bullets = '-+*•‣⁃'

/** `- item`: a list of items with the same bullet. */
export const bulletList: BlockConstruct = {
  name: 'bullet_list',
  starts: bullets,
  recognise,
  parse(scope, marker) {
    const bullet = scope.text[0]!
    const list = new Element('bullet_list', {bullet}, [], scope.line)
    scope.add(list)
    const first = readListItem(scope, marker)
    list.children.push(first.item)
    const finish = readFurtherItems(scope, first.blankFinish, () => {
      const next = scope.text[0] === bullet ? recognise(scope.text) : -1
      if (next < 0) return undefined
      const {item, blankFinish} = readListItem(scope, next)
      list.children.push(item)
      return blankFinish
    })
    scope.warnUnindent('Bullet list', finish)
    return true
  },
}

function recognise(text: string): number {
  return bullets.includes(text[0]!) ? markerEnd(text, 1) : -1
}
