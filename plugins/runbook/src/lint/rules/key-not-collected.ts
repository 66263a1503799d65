import {alwaysBefore} from '../../graph/index.ts'
import {formatWho} from '../../model/format-condition.ts'
import type {Term} from '../../model/condition.ts'
import type {SystemVocabulary} from '../../model/system-model.ts'
import type {LintRule} from '../lint-rule.ts'
import {isShown, shownBy} from '../shown-facts.ts'

export const keyNotCollected: LintRule = {
  id: 'key-not-collected',
  severity: 'error',
  doc: 'A condition on something that no command of the step, or of every path to it, has shown.',
  advice: 'Add a command that shows it, here or in a step that every path goes through.',
  check(runbook, {vocabulary}, find) {
    if (!vocabulary) return
    const {head, steps} = runbook
    const shown = new Map(steps.map((step) => [step.id, shownBy(step.commands, head, vocabulary)]))
    const before = alwaysBefore(runbook, ({id}) => shown.get(id)!)
    for (const step of steps) {
      const earlier = [...(before.get(step.id) ?? [])].filter((fact) => !fact.endsWith(' refused'))
      const known = new Set([...shown.get(step.id)!, ...earlier])
      for (const {condition, position} of step.choices) {
        const terms = condition?.kind === 'terms' ? condition.terms : []
        for (const term of terms.filter((one) => !isShown(one, known, head))) {
          find(
            `Unexpected condition on \`${term.key}\` of ${formatWho(term.who)}, expected a command before it that shows it`,
            {
              place: position,
              ...adviceOf(term, vocabulary),
            },
          )
        }
      }
    }
  },
}

function adviceOf({key}: Term, {keys}: SystemVocabulary) {
  const commands = keys.find((spec) => spec.key === key)?.shownBy ?? []
  if (key === 'refused')
    return {note: 'Only a host that a command of this step runs on can refuse.'}
  return commands.length > 0
    ? {note: `Shown by ${commands.map((line) => `\`${line}\``).join(', ')}.`}
    : {}
}
