import {toString} from 'mdast-util-to-string'
import type {RootContent} from 'mdast'
import type {LintRule} from '../lint-rule.ts'

const mostWords = 150
const mostLines = 20

export const stepTooLong: LintRule = {
  id: 'step-too-long',
  severity: 'warning',
  doc: 'A step too long to be read at once: more than 150 words, or more than 20 lines of commands.',
  advice: 'Split the step; what is to be understood first belongs in the guide.',
  check({steps}, _context, find) {
    for (const {title, body, commands, position} of steps) {
      const words = body.map(proseText).join(' ').split(/\s+/).filter(Boolean).length
      const lines = commands.flatMap((command) => command.lines).length
      const found =
        words > mostWords
          ? `${words} words`
          : lines > mostLines
            ? `${lines} lines of commands`
            : undefined
      if (!found) continue
      const most = words > mostWords ? `${mostWords} words` : `${mostLines} lines`
      find(`Unexpected ${found} in “${title}”, expected at most ${most}`, {place: position})
    }
  },
}

function proseText(node: RootContent): string {
  return node.type === 'code' ? '' : toString(node)
}
