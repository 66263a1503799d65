import type {Term} from '../model/condition.ts'
import type {Command, Head} from '../model/runbook.ts'
import type {SystemVocabulary} from '../model/system-model.ts'
import {hearCommand} from './command-lines.ts'

/** `PLACE key` for all that commands show: their hosts, their role, or the cluster. */
export function shownBy(
  commands: readonly Command[],
  head: Head,
  vocabulary: SystemVocabulary,
): string[] {
  const needsEach = new Set(vocabulary.keys.flatMap(({key, from}) => (from === 'each' ? key : [])))
  return commands.flatMap((command) => {
    const heard = hearCommand(command, head, vocabulary)
    const keys = heard.flatMap(({known}) => (known.kind === 'event' ? [] : (known.shows ?? [])))
    const refused = command.effect === 'read' ? [] : ['refused']
    return [...new Set([...keys, ...refused])].flatMap((key) => [
      ...placeNames(command, head).map((place) => `${place} ${key}`),
      ...(needsEach.has(key) ? [] : [`cluster ${key}`]),
    ])
  })
}

function placeNames({on}: Command, {hosts, roles}: Head): readonly string[] {
  if (on.kind === 'host' || on.kind === 'role') return [on.name]
  return on.kind === 'each' ? [...hosts, ...roles] : ['elsewhere']
}

/**
 * Whether a term can be answered from what was shown. `refused` belongs to one host's command, and a
 * question about one of two needs only that one.
 */
export function isShown(
  {who, key}: Term,
  known: ReadonlySet<string>,
  {hosts, roles}: Head,
): boolean {
  const isEvery = (places: readonly string[]) =>
    places.length >= hosts.length && places.every((place) => known.has(`${place} ${key}`))
  const everywhere = isEvery(hosts) || isEvery(roles)
  if (who.kind === 'cluster') return everywhere || known.has(`cluster ${key}`)
  if (who.kind === 'host' || who.kind === 'role') {
    return everywhere || known.has(`${who.name} ${key}`)
  }
  return everywhere
}
