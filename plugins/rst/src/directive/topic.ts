import {Element, type Node} from '../tree.ts'
import {classes} from './convert/class.ts'
import {unchanged, unchangedRequired} from './convert/text.ts'
import {directive, type DirectiveCall} from './spec.ts'
import {mayHoldSections} from './structure.ts'

type Options = {class?: string[]; name?: string; subtitle?: string}

/** A block with a title that stands apart from the text, like a small section of its own. */
export const topic = directive({
  name: 'topic',
  doc: 'A block with a title, apart from the flow of the text.',
  arguments: {required: 1, whitespace: true},
  options: {class: classes, name: unchanged},
  content: true,
  run: (call) => pseudoSection(call, 'topic'),
})

export const sidebar = directive({
  name: 'sidebar',
  doc: 'A block beside the text, with or without a title and subtitle.',
  arguments: {optional: 1, whitespace: true},
  options: {class: classes, name: unchanged, subtitle: unchangedRequired},
  content: true,
  run(call) {
    if (call.parent.type === 'sidebar') return call.fail('sidebar-in-sidebar', {name: call.name})
    if (call.options.subtitle !== undefined && call.arguments.length === 0) {
      return call.fail('subtitle-without-title', {})
    }
    return pseudoSection(call, 'sidebar')
  },
})

function pseudoSection(call: DirectiveCall<Options>, type: 'topic' | 'sidebar'): Node[] {
  if (!mayHoldSections(call.parent)) return call.fail('directive-context', {name: call.name})
  if (call.content.length === 0) return call.fail('directive-content', {name: call.name})
  const element = new Element(type, {}, titles(call), call.line)
  if (call.options.class) element.attributes.classes = call.options.class
  call.addName(element)
  call.parseBlocks(call.content, element)
  return [element]
}

/** The title and subtitle, and after them the messages about both. */
function titles(call: DirectiveCall<Options>): Node[] {
  const [text] = call.arguments
  if (text === undefined) return []
  const title = call.parseInline(text)
  const elements = [new Element('title', {}, title.nodes, call.line)]
  if (call.options.subtitle === undefined) return [...elements, ...title.messages]
  const subtitle = call.parseInline(call.options.subtitle)
  elements.push(new Element('subtitle', {}, subtitle.nodes, call.line))
  return [...elements, ...title.messages, ...subtitle.messages]
}
