import {type IndentedLine, nestLines} from '../block/line-block.ts'
import {type Line, Lines} from '../text/line.ts'
import {leadingSpace} from '../text/whitespace.ts'
import {Element, type Node} from '../tree.ts'
import {classes} from './convert/class.ts'
import {unchanged} from './convert/text.ts'
import {directive, type DirectiveCall} from './spec.ts'

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
    for (const [index, line] of call.content.lines.entries()) {
      const indent = leadingSpace(line.text)
      const parsed = parseLine(call, line.from(indent), call.content.offset + index)
      const element = new Element('line', {}, parsed.nodes, line)
      lines.push({element, indent: line.text === '' ? undefined : indent})
      messages.push(...parsed.messages)
    }
    block.children = nestLines(lines)
    return [block, ...messages]
  },
})

/** docutils adds up the numbers of the directive and of the line, and places messages there. */
function parseLine(
  call: DirectiveCall,
  line: Line,
  index: number,
): {nodes: Node[]; messages: Element[]} {
  return call.parseInline(new Lines([line], index), call.lineNumber + index)
}
