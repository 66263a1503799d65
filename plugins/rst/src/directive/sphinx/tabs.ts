import {Element, Text} from '../../tree.ts'
import {classes} from '../convert/class.ts'
import {flag, unchanged} from '../convert/text.ts'
import {directive} from '../spec.ts'

/** Tabs of sphinx-tabs and of sphinx-design. */
export const tabs = directive({
  name: 'tabs',
  aliases: ['tab-set'],
  doc: 'Alternatives of which one is shown at a time.',
  options: {class: classes, name: unchanged, 'sync-group': unchanged},
  content: 'required',
  run(call) {
    const {class: names, 'sync-group': group} = call.options
    const element = new Element('tabs', {}, [], call.line)
    if (names) element.attributes.classes = names
    if (group !== undefined) element.attributes['group'] = group
    call.addName(element)
    call.parseBlocks(call.content, element)
    return [element]
  },
})

export const tab = directive({
  name: 'tab',
  aliases: ['group-tab', 'tab-item'],
  doc: 'One of several alternatives, and its label.',
  arguments: {required: 1, whitespace: true},
  options: {class: classes, name: unchanged, sync: unchanged, selected: flag},
  content: true,
  run(call) {
    const element = new Element('tab', {}, [], call.line)
    const {class: names, sync, selected} = call.options
    if (names) element.attributes.classes = names
    if (call.name.toLowerCase() === 'group-tab') element.attributes['group'] = call.arguments[0]
    if (sync !== undefined) element.attributes['group'] = sync
    if (selected) element.attributes['selected'] = true
    call.addName(element)
    const {nodes, messages} = call.parseInline(call.arguments[0]!)
    element.children.push(new Element('title', {}, nodes, call.line), ...messages)
    call.parseBlocks(call.content, element)
    return [element]
  },
})

/** `.. code-tab:: ruby Label`: without a label, the language is one. */
export const codeTab = directive({
  name: 'code-tab',
  doc: 'A tab whose content is a block of code.',
  arguments: {required: 1, optional: 1, whitespace: true},
  options: {class: classes, name: unchanged},
  content: true,
  run(call) {
    const [language, label = language] = call.arguments
    const title = new Element('title', {}, [new Text(label!)], call.line)
    const code = new Element('literal_block', {language}, [], call.line)
    code.children.push(new Text(call.content.toString()))
    if (call.options.class) code.attributes.classes = call.options.class
    const element = new Element('tab', {group: label}, [title, code], call.line)
    call.addName(element)
    return [element]
  },
})
