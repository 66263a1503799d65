import type {Condition} from '../model/condition.ts'
import type {Choice, Head, Runbook, Step} from '../model/runbook.ts'
import {rolesBefore} from './roles-before.ts'
import type {SystemVocabulary} from '../model/system-model.ts'
import {distinctAssignments} from '../machine/condition-roles.ts'
import {evaluate, type Evaluation, type Sight, type Truth} from '../machine/evaluate.ts'

type Terms = Extract<Condition, {kind: 'terms'}>
type Seen = ReadonlyMap<string, string | null>

/** What could be seen at a step, as a condition would write it; a value in no condition is `other`. */
export type Situation = readonly string[]

/** Everything that could be seen at a step, as far as its conditions can tell it apart. */
export interface ChoiceSpace {
  readonly step: Step
  readonly head: Head
  readonly vocabulary: SystemVocabulary | undefined
  /** Roles that are bound whichever way the step was reached. */
  readonly bound: ReadonlySet<string>
}

/** The choice spaces of a runbook's steps. */
export function choiceSpaces(
  runbook: Runbook,
  vocabulary: SystemVocabulary | undefined,
): ChoiceSpace[] {
  const {head, steps} = runbook
  const before = rolesBefore(runbook)
  return steps.map((step) => ({step, head, vocabulary, bound: before.get(step.id) ?? new Set()}))
}

/** A situation in which none of the conditions holds. */
export function findGap(space: ChoiceSpace, conditions: readonly Terms[]): Situation | undefined {
  return search(space, conditions, (truths) => {
    if (truths.includes('yes')) return 'no'
    return truths.includes('unknown') ? 'unknown' : 'yes'
  })
}

/** A situation in which the last of the conditions holds and none before it. */
export function findFirst(space: ChoiceSpace, conditions: readonly Terms[]): Situation | undefined {
  return search(space, conditions, (truths) => {
    const before = truths.slice(0, -1)
    if (truths.at(-1) === 'no' || before.includes('yes')) return 'no'
    return truths.includes('unknown') ? 'unknown' : 'yes'
  })
}

/** The conditions of choices that stay: a choice that waits is gone at its limit. */
export function lastingConditions(choices: readonly Choice[]): Terms[] {
  return choices.flatMap(({condition, wait}) =>
    condition?.kind === 'terms' && !wait ? [condition] : [],
  )
}

type Verdict = (truths: readonly Truth[]) => Truth

/** Looks through all situations, branching on what is not seen yet and stopping where it is decided. */
function search(
  space: ChoiceSpace,
  conditions: readonly Terms[],
  verdict: Verdict,
): Situation | undefined {
  for (const roles of roleAssignments(space, conditions)) {
    const found = branch(space, conditions, verdict, roles, new Map())
    if (found) return [...found].map(([at, value]) => `\`${at}=${value ?? 'other'}\``)
  }
  return undefined
}

type Roles = Readonly<Record<string, string>>

function branch(
  space: ChoiceSpace,
  conditions: readonly Terms[],
  verdict: Verdict,
  roles: Roles,
  seen: Seen,
): Seen | undefined {
  const judged = conditions.map((condition) =>
    evaluate(condition, sightOf(seen), space.head, roles),
  )
  const decided = verdict(judged.map(({holds}) => holds))
  if (decided !== 'unknown') return decided === 'yes' ? seen : undefined
  const undecided = undecidedFact(judged)
  // Nothing that could be seen would decide it: it hangs on who an open role is.
  if (!undecided) return undefined
  const {host, key} = undecided
  for (const value of valuesOf(space, key, roles)) {
    const found = branch(
      space,
      conditions,
      verdict,
      roles,
      new Map(seen).set(cell(host, key), value),
    )
    if (found) return found
  }
  return undefined
}

function undecidedFact(judged: readonly Evaluation[]) {
  const facts = judged.filter(({holds}) => holds === 'unknown').flatMap(({facts}) => facts)
  return facts.find(({holds}) => holds === 'unknown')
}

function cell(host: string | undefined, key: string): string {
  return `${host ?? 'cluster'}: ${key}`
}

function sightOf(seen: Seen): Sight {
  return (host, key) => seen.get(cell(host, key))
}

/** The values the step's conditions tell apart, and null for every other, if there is any other. */
function valuesOf({step, vocabulary}: ChoiceSpace, key: string, roles: Roles): (string | null)[] {
  const terms = step.choices.flatMap(({condition}) =>
    condition?.kind === 'terms' ? condition.terms : [],
  )
  const named = terms.filter((term) => term.key === key).flatMap(({values}) => values)
  const told = new Set(named.map((value) => roles[value] ?? value))
  if (key === 'refused') return ['no', ...told]
  const all = vocabulary?.keys.find((spec) => spec.key === key)?.values ?? ['yes', 'no']
  const closed = all.length > 0 && all.every((value) => told.has(value))
  return closed ? [...told] : [...told, null]
}

/**
 * What the roles of conditions can be: different hosts where there are hosts enough; and not decided,
 * where there is a path that has not decided them.
 */
function roleAssignments(
  {head, bound}: ChoiceSpace,
  conditions: readonly Terms[],
): readonly Roles[] {
  const {hosts, roles} = head
  const terms = conditions.flatMap((condition) => condition.terms)
  const used = roles.filter((role) =>
    terms.some(
      ({who, values}) => (who.kind === 'role' && who.name === role) || values.includes(role),
    ),
  )
  const certain = used.filter((role) => bound.has(role))
  const open = certain.length < used.length ? distinctAssignments(certain, hosts) : []
  return [...distinctAssignments(used, hosts), ...open]
}
