import {type IndentedLine, nestLines} from '../block/line-block.ts'
import {leadingSpace, trim} from '../text/whitespace.ts'
import {Element, type Node} from '../tree.ts'
import {classes} from './convert/class.ts'
import {unchanged} from './convert/text.ts'
import {directive} from './spec.ts'

/** The old way to write line blocks; `| ` before each line is the usual one. */
export const lineBlock = directive({
  name: 'line-block',
  doc: 'Lines that keep their breaks and indentation.',
  options: {class: classes, name: unchanged},
  content: 'required',
  run(call) {
    const block = new Element('line_block', {}, [], call.line)
    if (call.options.class) block.attributes.classes = call.options.class
    call.addName(block)
    const lines: IndentedLine[] = []
    const messages: Node[] = []
    for (const line of call.content.lines) {
      const text = trim(line.text)
      const parsed = call.parseInline(text, line)
      const element = new Element('line', {}, parsed.nodes, line)
      lines.push({element, indent: text === '' ? undefined : leadingSpace(line.text)})
      messages.push(...parsed.messages)
    }
    block.children = nestLines(lines)
    return [block, ...messages]
  },
})
