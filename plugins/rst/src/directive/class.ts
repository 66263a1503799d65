import {Element} from '../tree.ts'
import {classes} from './convert/class.ts'
import {pending} from './pending.ts'
import {directive, Refusal} from './spec.ts'

export const classDirective = directive({
  name: 'class',
  aliases: ['rst-class'],
  doc: 'Class names for the blocks in its content or else for the element that follows.',
  arguments: {required: 1, whitespace: true},
  content: true,
  run(call) {
    const text = call.arguments[0]!
    const names = classes(text)
    if (names instanceof Refusal)
      return call.fail('class-attribute', {name: call.name, value: text})
    if (call.content.length === 0) {
      const details = {class: names, directive: call.name}
      return [pending(call, 'docutils.transforms.misc.ClassAttribute', details)]
    }
    const collector = new Element('')
    call.parseBlocks(call.content, collector)
    for (const node of collector.children as Element[]) {
      node.attributes.classes = [...(node.attributes.classes ?? []), ...names]
    }
    return collector.children
  },
})
