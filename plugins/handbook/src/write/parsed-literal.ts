import type {Text} from 'mdast'
import type {ParsedLiteral} from '../tree/nodes.ts'
import {call, code, inlineBlock} from '../typst/call.ts'
import type {Writer} from './writer.ts'

/** Code with marked-up words: its lines and spaces are kept, its links have no page numbers. */
export function parsedLiteral(node: ParsedLiteral, writer: Writer): string {
  const content = writer.inside({literal: true}).phrasing(node.children)
  return content === 'none' ? '' : call('literal-block', [code(content)])
}

/** Text in a parsed literal, its line ends as breaks. */
export function literalText(node: Text, writer: Writer): string {
  const parts = node.value
    .split('\n')
    .flatMap((line, index) => [
      ...(index > 0 ? ['linebreak()'] : []),
      ...(line === '' ? [] : [writer.string(line, node)]),
    ])
  return inlineBlock(parts)
}
