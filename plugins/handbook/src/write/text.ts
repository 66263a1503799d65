import type {Break, Text} from 'mdast'
import {call} from '../typst/call.ts'
import {literal} from '../typst/literal.ts'
import {literalText} from './parsed-literal.ts'
import type {Writer} from './writer.ts'

/** Words of the author. */
export function text(node: Text, writer: Writer): string {
  if (node.value === '') return ''
  return writer.scope.literal ? literalText(node, writer) : writer.text(node.value, node)
}

export function lineBreak(_node: Break): string {
  return 'linebreak()'
}

/**
 * Words with every option in them (`--force`, `-v`) held together: at the end of a line an engine
 * would break after its hyphens, and a reader would type half of it.
 */
export function keepOptions(words: string): string[] {
  return words
    .split(/((?<![^\s([{'"])--?[A-Za-z\d][\w-]*)/)
    .flatMap((part, index) =>
      part === '' ? [] : [index % 2 === 1 ? call('keep', [part]) : literal(part)],
    )
}
