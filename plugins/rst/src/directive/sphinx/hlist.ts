import {Element, isElement, type Node} from '../../tree.ts'
import {integer} from '../convert/number.ts'
import {directive, type DirectiveCall} from '../spec.ts'

export const hlist = directive({
  name: 'hlist',
  doc: 'A list of short items in columns.',
  options: {columns: integer},
  content: true,
  run(call) {
    const list = onlyList(call)
    if (!(list instanceof Element)) return list
    const count = Math.max(call.options.columns ?? 2, 1)
    const columns: Element[] = []
    for (let column = 0, start = 0; column < count; column++) {
      const end = start + Math.ceil((list.children.length - start) / (count - column))
      const part = new Element('bullet_list', {...list.attributes}, list.children.slice(start, end))
      columns.push(new Element('hlistcol', {}, [part]))
      start = end
    }
    return [new Element('hlist', {ncolumns: count}, columns, call.line)]
  },
})

export const acks = directive({
  name: 'acks',
  doc: 'A list of names.',
  content: true,
  run(call) {
    const list = onlyList(call)
    return list instanceof Element ? [new Element('acks', {}, [list], call.line)] : list
  },
})

/** The list that is the whole content, or the content with a message that it is something else. */
function onlyList(call: DirectiveCall<object>): Element | Node[] {
  const collector = new Element('')
  call.parseBlocks(call.content, collector)
  const {children} = collector
  const [list] = children
  if (children.length === 1 && isElement(list, 'bullet_list')) return list
  return [call.report('list-expected', {name: call.name}), ...children]
}
