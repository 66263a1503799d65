import {Element} from '../tree.ts'
import type {BlockConstruct} from './construct.ts'
import {readFurtherItems, readListItem} from './list-item.ts'
import {markerEnd} from './marker.ts'
import type {Scope} from './scope.ts'

const bullets = '-+*•‣⁃'

/** `- item`: a list of items with the same bullet. */
export const bulletList: BlockConstruct = {
  name: 'bullet_list',
  starts: bullets,
  recognise,
  parse(scope, marker) {
    const list = new Element('bullet_list', {bullet: scope.text[0]!}, [], scope.line)
    scope.add(list)
    const finish = readFurtherItems(scope, list, addItem(scope, list, marker), readItem)
    scope.warnUnindent('Bullet list', finish)
    return true
  },
}

function readItem(scope: Scope, list: Element): boolean | undefined {
  const marker = scope.text[0] === list.attributes['bullet'] ? recognise(scope.text) : -1
  return marker < 0 ? undefined : addItem(scope, list, marker)
}

function addItem(scope: Scope, list: Element, marker: number): boolean {
  const {item, blankFinish} = readListItem(scope, marker)
  list.children.push(item)
  return blankFinish
}

function recognise(text: string): number {
  return bullets.includes(text[0]!) ? markerEnd(text, 1) : -1
}
