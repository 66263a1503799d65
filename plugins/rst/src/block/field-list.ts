import {Element, markedElement} from '../tree.ts'
import type {BlockConstruct} from './construct.ts'
import {readFurtherItems} from './list-item.ts'
import type {Scope} from './scope.ts'
import {fieldMarker} from './field-marker.ts'

/** `:name: body`: a list of fields. */
export const fieldList: BlockConstruct = {
  name: 'field_list',
  starts: ':',
  recognise: (text) => fieldMarker(text)?.end ?? -1,
  parse(scope) {
    const list = new Element('field_list', {}, [], scope.line)
    scope.add(list)
    const blankFinish = readField(scope, list)!
    const outer = scope.parent
    scope.parent = list
    const finish = readFurtherItems(scope, list, blankFinish, readField)
    scope.parent = outer
    scope.warnUnindent('Field list', finish)
    return true
  },
}

function readField(scope: Scope, list: Element): boolean | undefined {
  const marker = fieldMarker(scope.text)
  if (!marker) return undefined
  const {line, number} = scope
  const {block, blankFinish} = scope.indented({first: marker.end})
  const field = new Element('field', {}, [], line)
  const {name} = marker
  const {nodes, messages} = scope.inline(name, [line.from(1)], number)
  const body = new Element('field_body', {}, messages, line)
  body.raw = block.toString()
  field.children.push(markedElement('field_name', nodes, name, line.from(1)), body)
  list.children.push(field)
  if (block.length > 0) scope.parseInto(body, block)
  return blankFinish
}
