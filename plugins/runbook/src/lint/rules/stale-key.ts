import {formatWho} from '../../model/format-condition.ts'
import type {Command, Step} from '../../model/runbook.ts'
import type {LintRule} from '../lint-rule.ts'
import {isShown, shownBy} from '../shown-facts.ts'

export const staleKey: LintRule = {
  id: 'stale-key',
  severity: 'error',
  doc: 'A condition on something that was last looked at before a command of the step changed it, or that a wait would not look at again.',
  advice: 'Add a fence with `effect=read` below the last command that changes something.',
  check({head, steps}, {vocabulary}, find) {
    if (!vocabulary) return
    for (const step of steps) {
      const look = lookAfterChange(step)
      if (!look) continue
      const shown = new Set(shownBy(look, head, vocabulary))
      for (const {condition, position} of step.choices) {
        const terms = condition?.kind === 'terms' ? condition.terms : []
        const stale = terms.find((term) => term.key !== 'refused' && !isShown(term, shown, head))
        if (!stale) continue
        find(
          `Unexpected condition on \`${stale.key}\` of ${formatWho(stale.who)} as it was before this step, expected a command of the step that shows it`,
          {place: position},
        )
      }
    }
  },
}

/** The commands that show how things are at the end of a step; absent where nothing changes there. */
function lookAfterChange({commands, choices}: Step): readonly Command[] | undefined {
  const last = commands.findLastIndex(({effect}) => effect !== 'read')
  const waits = choices.some(({wait}) => wait !== undefined)
  if (last === -1) return waits ? commands : undefined
  return commands.slice(last + 1)
}
