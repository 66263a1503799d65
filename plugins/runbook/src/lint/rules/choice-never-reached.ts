import {choiceSpaces, findFirst, lastingConditions} from '../choice-space.ts'
import type {Choice} from '../../model/runbook.ts'
import type {LintRule} from '../lint-rule.ts'

export const choiceNeverReached: LintRule = {
  id: 'choice-never-reached',
  severity: 'error',
  doc: 'A choice whose condition cannot hold, or holds only where one above it holds too, or a second `else`: it is never the answer.',
  advice:
    'Choices are read from the top: put what is narrower above what is wider, or take it out.',
  check(runbook, {vocabulary}, find) {
    for (const space of choiceSpaces(runbook, vocabulary)) {
      const {choices} = space.step
      choices.forEach(({condition, words, position}, index) => {
        if (condition?.kind === 'else' && choices.slice(0, index).some(isLastingElse)) {
          find(`Unexpected second \`else\` “${words}”, expected one that can be the answer`, {
            place: position,
          })
        }
        if (condition?.kind !== 'terms') return
        const above = lastingConditions(choices.slice(0, index))
        if (findFirst(space, [...above, condition])) return
        const alone = findFirst(space, [condition])
        const reason = alone
          ? 'that those above take every time'
          : 'whose condition contradicts itself'
        find(`Unexpected choice “${words}” ${reason}, expected one that can be the answer`, {
          place: position,
        })
      })
    }
  },
}

/** A wait is gone at its limit, and leaves `else` to another. */
function isLastingElse({condition, wait}: Choice): boolean {
  return condition?.kind === 'else' && !wait
}
