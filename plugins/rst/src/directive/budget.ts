import type {Node} from '../tree.ts'
import {chainText, origins} from './chain.ts'
import type {DirectiveCall} from './spec.ts'

/** So many characters count as a line, however few line breaks there are. */
const charactersOfLine = 100

/**
 * Charges what is taken from a file to the document's budget. The message about files that stand
 * too deep in one another, or add up to too much, names the chain that led there.
 */
export function checkBudget(
  call: DirectiveCall<object>,
  path: string,
  text: string,
): Node[] | undefined {
  const {name, budget, document, line} = call
  const chain = (): string => {
    const paths = origins(line.origin).map(({source}) => source.path)
    return chainText([path, ...paths])
  }
  if (line.origin.depth >= budget.includes) {
    return call.fail('include-depth', {name, limit: budget.includes, chain: chain()})
  }
  const lines = countLines(text)
  if (document.includedLines + lines > budget.lines) {
    return call.fail('include-lines', {name, limit: budget.lines, chain: chain()})
  }
  document.includedLines += lines
  return undefined
}

function countLines(text: string): number {
  let lines = 0
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) lines++
  return Math.max(lines, Math.ceil(text.length / charactersOfLine))
}
