import {refId} from '../../graph/index.ts'
import type {Plan, PlanCommand} from '../../model/plan.ts'
import type {Head, Runbook} from '../../model/runbook.ts'
import type {LintContext, LintRule} from '../lint-rule.ts'
import {positionOf} from '../../model/source-position.ts'
import {rolesBefore, rolesGained} from '../roles-before.ts'

export const roleUnbound: LintRule = {
  id: 'role-unbound',
  severity: 'error',
  doc: 'A role used in a command before every path has bound it to a host: the command could not be shown.',
  advice: 'Bind it in a choice before.',
  check(runbook, {runbooks}, find) {
    const {head, steps} = runbook
    const bound = rolesBefore(runbook)
    for (const {choice, lacking} of linksThatLack(runbook, runbooks, bound)) {
      const names = lacking.map((role) => `\`${role}\``).join(', ')
      const to = refId(choice.target)
      find(`Unexpected link to \`${to}\` after “${choice.words}”, expected it to bring ${names}`, {
        place: choice.position,
        note: `Bind it in a choice before, or lead to \`${choice.target.runbook}\`, which asks.`,
      })
    }
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

/** The choices that lead into the middle of another runbook without the roles that are used there. */
function linksThatLack(
  {steps, head}: Runbook,
  runbooks: LintContext['runbooks'],
  bound: ReadonlyMap<string, ReadonlySet<string>>,
) {
  return steps.flatMap(({id, choices}) =>
    choices.flatMap((choice) => {
      const {runbook = '', step} = choice.target
      const other = step === undefined ? undefined : runbooks?.get(runbook)
      if (!other || step === undefined || !bound.has(id)) return []
      const given = new Set([...bound.get(id)!, ...rolesGained(choice, head)])
      const lacking = rolesNeededFrom(step, other).filter((role) => !given.has(role))
      return lacking.length ? [{choice, lacking}] : []
    }),
  )
}

/** The roles that commands use, at a step or on some way from it, before they are bound there. */
function rolesNeededFrom(entry: string, plan: Plan): string[] {
  const first = plan.steps.find(({id}) => id === entry)
  if (!first) return []
  const steps = [first, ...plan.steps.filter((step) => step !== first)]
  const bound = rolesBefore({...plan, steps})
  return plan.head.roles.filter((role) =>
    steps.some(({id, commands}) => {
      const isOpen = bound.has(id) && !bound.get(id)!.has(role)
      return isOpen && commands.some((command) => rolesUsedBy(command, plan.head).includes(role))
    }),
  )
}

function rolesUsedBy({on, lines}: PlanCommand, {roles}: Head): string[] {
  const text = lines.join('\n')
  return roles.filter(
    (role) => (on.kind === 'role' && on.name === role) || text.includes(`<${role}>`),
  )
}
