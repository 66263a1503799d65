import {Element, isElement, type Node} from '../tree.ts'
import {directive} from './spec.ts'

/** `.. |name| replace:: text with *markup*` */
export const replace = directive({
  name: 'replace',
  doc: 'The text that a substitution stands for.',
  content: true,
  run(call) {
    if (call.substitution === undefined) {
      return call.fail('substitution-context', {name: call.name})
    }
    if (call.content.length === 0) return call.fail('directive-content', {name: call.name})
    const collector = new Element('')
    call.parseBlocks(call.content, collector)
    let text: Node[] | undefined
    const messages: Node[] = []
    for (const node of collector.children) {
      if (!text && isElement(node, 'paragraph')) text = node.children
      else if (isElement(node, 'system_message')) {
        node.attributes.backrefs = []
        messages.push(node)
      } else return [call.report('replace-content', {name: call.name})]
    }
    return [...messages, ...(text ?? [])]
  },
})
