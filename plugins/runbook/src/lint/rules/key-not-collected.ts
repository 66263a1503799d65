import {alwaysBefore} from '../../graph/index.ts'
import {formatWho} from '../../model/format-condition.ts'
import type {Term} from '../../model/condition.ts'
import type {Command, Head, Step} from '../../model/runbook.ts'
import type {SystemVocabulary} from '../../model/system-model.ts'
import {hearCommand} from '../command-lines.ts'
import type {LintRule} from '../lint-rule.ts'

export const keyNotCollected: LintRule = {
  id: 'key-not-collected',
  severity: 'error',
  doc: 'A condition on something that no command of the step, or of every path to it, has shown.',
  check(runbook, {vocabulary}, find) {
    if (!vocabulary) return
    const {head, steps} = runbook
    const shown = new Map(steps.map((step) => [step.id, shownBy(step, head, vocabulary)]))
    const before = alwaysBefore(runbook, ({id}) => shown.get(id)!)
    for (const step of steps) {
      const known = new Set([...shown.get(step.id)!, ...(before.get(step.id) ?? [])])
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

/** `PLACE key` for all that a step's commands show: its hosts, its role, or the cluster. */
function shownBy({commands}: Step, head: Head, vocabulary: SystemVocabulary): string[] {
  return commands.flatMap((command) => {
    const places = placeNames(command, head)
    const heard = hearCommand(command, head, vocabulary)
    const keys = heard.flatMap(({known}) => (known.kind === 'read' ? known.shows : []))
    const refused = command.effect === 'read' ? [] : ['refused']
    return [...new Set([...keys, ...refused])].flatMap((key) => [
      ...places.map((place) => `${place} ${key}`),
      ...(key === 'refused' ? [] : [`cluster ${key}`]),
    ])
  })
}

function placeNames({on}: Command, {hosts, roles}: Head): readonly string[] {
  if (on.kind === 'host' || on.kind === 'role') return [on.name]
  return on.kind === 'each' ? [...hosts, ...roles] : ['elsewhere']
}

/** `refused` belongs to one host's command; a question about one of two needs only that one. */
function isShown({who, key}: Term, known: ReadonlySet<string>, {hosts, roles}: Head): boolean {
  const everywhere = hosts.every((host) => known.has(`${host} ${key}`))
  if (who.kind === 'cluster') return known.has(`cluster ${key}`)
  if (who.kind === 'host' || who.kind === 'role')
    return everywhere || known.has(`${who.name} ${key}`)
  return everywhere || roles.filter((role) => known.has(`${role} ${key}`)).length >= hosts.length
}
