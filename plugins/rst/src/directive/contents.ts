import {normalizeName} from '../text/name.ts'
import {Element, type Node, Text, textOf} from '../tree.ts'
import {choice} from './convert/choice.ts'
import {classes} from './convert/class.ts'
import {nonnegativeInteger} from './convert/number.ts'
import {flag} from './convert/text.ts'
import {pending, pendingDetails} from './pending.ts'
import {type Converter, directive, type DirectiveCall} from './spec.ts'
import {mayHoldSections} from './structure.ts'

const backlinks: Converter<'top' | 'entry' | null> = (text) => {
  const value = choice('top', 'entry', 'none')(text)
  return value === 'none' ? null : value
}

/** A topic with the title, in which a pending element waits for the sections to be known. */
export const contents = directive({
  name: 'contents',
  doc: 'A table of contents of the document or, if local, of the section it stands in.',
  arguments: {optional: 1, whitespace: true},
  options: {depth: nonnegativeInteger, local: flag, backlinks, class: classes},
  run(call) {
    if (!mayHoldSections(call.parent)) return call.fail('directive-context', {name: call.name})
    const {title, messages} = contentsTitle(call)
    const topic = new Element('topic', {classes: ['contents', ...(call.options.class ?? [])]})
    topic.line = call.line
    if (call.options.local) topic.attributes.classes!.push('local')
    if (title) topic.children.push(title)
    const name = normalizeName(title ? textOf(title) : 'Contents')
    if (!call.document.nameIds.has(name)) topic.attributes.names = [name]
    call.document.noteImplicitTarget(topic)
    const details = pendingDetails(call)
    topic.children.push(pending(call, 'docutils.transforms.parts.Contents', details))
    return [topic, ...messages]
  },
})

function contentsTitle(call: DirectiveCall<{local?: true}>): {title?: Element; messages: Node[]} {
  const [text] = call.arguments
  if (text !== undefined) {
    const {nodes, messages} = call.parseInline(text)
    return {title: new Element('title', {}, nodes, call.line), messages}
  }
  if (call.options.local) return {messages: []}
  return {title: new Element('title', {}, [new Text('Contents')], call.line), messages: []}
}
