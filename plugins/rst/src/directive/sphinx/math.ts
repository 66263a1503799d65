import {Element, type Node, Text} from '../../tree.ts'
import {classes} from '../convert/class.ts'
import {flag, unchanged} from '../convert/text.ts'
import {directive} from '../spec.ts'
import {nodeId} from './node-id.ts'

/** A formula; a label makes it something to refer to with `:eq:`. */
export const math = directive({
  name: 'math',
  doc: 'A formula in LaTeX notation, with or without a label.',
  arguments: {optional: 1, whitespace: true},
  options: {label: unchanged, name: unchanged, class: classes, nowrap: flag, 'no-wrap': flag},
  content: true,
  run(call) {
    const {label = call.options.name, class: names} = call.options
    const parts = [...call.arguments, call.content.toString()].filter((part) => part !== '')
    const element = new Element('math_block', {}, [new Text(parts.join('\n\n'))], call.line)
    if (names) element.attributes.classes = names
    if (call.options.nowrap || call.options['no-wrap']) element.attributes['nowrap'] = true
    call.addName(element)
    if (!label) return [element]
    const {context, objects} = call.document
    const number = Number(context.get('math:equations') ?? 0) + 1
    context.set('math:equations', String(number))
    element.attributes['label'] = label
    element.attributes['number'] = number
    const id = nodeId(call.document, 'equation-', label)
    const target = new Element('target', {ids: [id]}, [], call.line)
    call.document.noteExplicitTarget(target)
    objects.push({
      domain: 'math',
      type: 'equation',
      name: label,
      element: target,
      shown: `(${number})`,
    })
    return [target, element] satisfies Node[]
  },
})
