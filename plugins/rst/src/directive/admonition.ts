import {makeId} from '../text/name.ts'
import {Element} from '../tree.ts'
import {blockAttributes} from './block-attributes.ts'
import {classes} from './convert/class.ts'
import {unchanged} from './convert/text.ts'
import {directive, type DirectiveSpec} from './spec.ts'

/** An admonition that is named after what it is; its title is the reader's language's affair. */
function titled(name: string, doc: string): DirectiveSpec {
  return directive({
    name,
    doc,
    options: {class: classes, name: unchanged},
    content: 'required',
    run(call) {
      const element = new Element(name, blockAttributes(call), [], call.line)
      call.addName(element)
      call.parseBlocks(call.content, element)
      return [element]
    },
  })
}

export const attention = titled('attention', 'Something that wants the reader’s attention.')
export const caution = titled('caution', 'Something to be careful with.')
export const danger = titled('danger', 'Something that can do harm.')
export const error = titled('error', 'Something that is wrong, or goes wrong.')
export const hint = titled('hint', 'Something that helps to find out.')
export const important = titled('important', 'Something not to be missed.')
export const note = titled('note', 'Something the reader should notice.')
export const tip = titled('tip', 'Something that makes work easier.')
export const warning = titled('warning', 'Something that can go wrong.')

/** `.. admonition:: And, by the way` */
export const admonition = directive({
  name: 'admonition',
  doc: 'An admonition with a title of the writer’s own.',
  arguments: {required: 1, whitespace: true},
  options: {class: classes, name: unchanged},
  content: 'required',
  run(call) {
    const text = call.arguments[0]!
    const element = new Element('admonition', blockAttributes(call), [], call.line)
    element.attributes.classes ??= [`admonition-${makeId(text)}`]
    call.addName(element)
    const {nodes, messages} = call.parseInline(text)
    element.children.push(new Element('title', {}, nodes, call.line), ...messages)
    call.parseBlocks(call.content, element)
    return [element]
  },
})
