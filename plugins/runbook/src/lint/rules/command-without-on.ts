import type {Code, Nodes} from 'mdast'
import {isCommandFence} from '../../read/read-commands.ts'
import type {LintRule} from '../lint-rule.ts'
import {positionOf} from '../../model/source-position.ts'

export const commandWithoutOn: LintRule = {
  id: 'command-without-on',
  severity: 'error',
  doc: 'A block of shell lines or an action that does not say where it is carried out.',
  advice: 'A block that nobody is to run can be `text`.',
  check({steps}, _context, find) {
    for (const {body, commands} of steps) {
      const known = new Set(commands.map(({node}) => node))
      for (const node of body.flatMap(codeBlocks)) {
        if (!isCommandFence(node) || known.has(node) || saysWhere(node)) continue
        find(
          `Unexpected \`${node.lang}\` block without \`on\`, expected \`on=HOST\`, a role, \`each\` or \`elsewhere\``,
          {
            place: positionOf(node),
          },
        )
      }
    }
  },
}

/** Whether it has an `on`, which the reader then has judged. */
function saysWhere({meta, data}: Code): boolean {
  return /(?:^|\s)on=/.test(meta ?? '') || JSON.stringify(data ?? {}).includes('"on-')
}

function codeBlocks(node: Nodes): Code[] {
  if (node.type === 'code') return [node]
  return 'children' in node ? node.children.flatMap(codeBlocks) : []
}
