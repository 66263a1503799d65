import type {Command, Head} from '../../model/runbook.ts'
import type {LintRule} from '../lint-rule.ts'
import {positionOf} from '../../model/source-position.ts'
import {rolesBefore} from '../roles-before.ts'

export const roleUnbound: LintRule = {
  id: 'role-unbound',
  severity: 'error',
  doc: 'A role used in a command before every path has bound it to a host: the command could not be shown.',
  advice: 'Bind it in a choice before.',
  check(runbook, _context, find) {
    const {head, steps} = runbook
    const bound = rolesBefore(runbook)
    for (const {id, commands} of steps) {
      const before = bound.get(id)
      if (!before) continue
      for (const command of commands) {
        for (const role of rolesUsedBy(command, head).filter((one) => !before.has(one))) {
          find(
            `Unexpected role \`${role}\` in a command, expected every path to this step to bind it`,
            {
              place: positionOf(command.node),
              note: `Bind it in a choice before: \`${role}=${head.hosts[0] ?? 'HOST'}\`.`,
            },
          )
        }
      }
    }
  },
}

function rolesUsedBy({on, lines}: Command, {roles}: Head): string[] {
  const text = lines.join('\n')
  return roles.filter(
    (role) => (on.kind === 'role' && on.name === role) || text.includes(`<${role}>`),
  )
}
