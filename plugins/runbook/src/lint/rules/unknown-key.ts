import type {Term} from '../../model/condition.ts'
import type {Head} from '../../model/runbook.ts'
import type {SystemVocabulary} from '../../model/system-model.ts'
import {headPlace} from '../head-place.ts'
import type {LintRule} from '../lint-rule.ts'

export const unknownKey: LintRule = {
  id: 'unknown-key',
  severity: 'error',
  doc: 'A key or a value that is not in the system’s list, or asked of a host where it is a fact of the cluster.',
  advice:
    'The reference lists the keys, their values and the commands that show them. What is no key, a responder decides: leave the condition out.',
  check(runbook, {vocabulary}, find) {
    if (!vocabulary) return
    const {head, steps} = runbook
    const asked = steps.flatMap(({choices}) => choices)
    for (const {condition, position} of [
      ...asked,
      ...head.covers.map((one) => ({condition: one, position: undefined})),
    ]) {
      for (const term of condition?.kind === 'terms' ? condition.terms : []) {
        const problem = termProblem(term, head, vocabulary)
        if (problem)
          find(`Unexpected ${problem}`, {place: position ?? headPlace(runbook, 'covers')})
      }
    }
  },
}

function termProblem(
  {who, key, values}: Term,
  {roles, hosts}: Head,
  {keys}: SystemVocabulary,
): string | undefined {
  if (key === 'refused')
    return who.kind === 'cluster' ? '`refused` of the cluster, expected a host' : undefined
  const spec = keys.find((one) => one.key === key)
  if (!spec)
    return `key \`${key}\`, expected one of ${keys.map((one) => `\`${one.key}\``).join(', ')}`
  if ((spec.of === 'cluster') !== (who.kind === 'cluster')) {
    return `\`${key}\` of ${who.kind === 'cluster' ? 'the cluster' : 'a host'}, expected it of ${spec.of === 'cluster' ? '`cluster`' : 'a host'}`
  }
  const names = spec.of === 'cluster' ? [...roles, ...hosts] : []
  const wrong = values.find((value) => !spec.values.includes(value) && !names.includes(value))
  return wrong === undefined
    ? undefined
    : `\`${key}=${wrong}\`, expected one of ${spec.values.map((one) => `\`${one}\``).join(', ')}`
}
