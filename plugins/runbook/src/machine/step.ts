import type {Plan, PlanChoice, PlanStep} from '../model/plan.ts'
import {openRoles} from './condition-roles.ts'
import {
  freeze,
  type Answer,
  type Misfit,
  type MisfitKind,
  type Replayed,
  type State,
} from './state.ts'

/** The step a session stands at. */
export function currentStep(plan: Plan, state: State): PlanStep {
  return plan.steps.find(({id}) => id === state.step) ?? plan.steps[0]!
}

/** Takes one answer. An answer that does not fit leaves the state as it was, and is the misfit. */
export function step(plan: Plan, state: State, answer: Answer): Replayed {
  const taken = takeAnswer(plan, state, answer)
  return freeze('kind' in taken ? {state, misfits: [taken]} : {state: taken, misfits: []})
}

function takeAnswer(plan: Plan, state: State, answer: Answer): State | Misfit {
  const misfit = (kind: MisfitKind, name: string, reason: string): Misfit => ({
    kind,
    name,
    reason,
    answer,
  })
  if (state.leaves || answer.step !== state.step) {
    return misfit('elsewhere', answer.step, `The path does not stand at ${answer.step} here`)
  }
  const choice = currentStep(plan, state).choices.find(({id}) => id === answer.choice)
  if (!choice)
    return misfit('choice', answer.choice, `${answer.step} has no choice ${answer.choice}`)
  if (isOver(choice, state))
    return misfit('limit', choice.id, `The wait for “${choice.words}” is over`)
  const roles = bindRoles(plan, state, choice, answer)
  if ('problem' in roles) return misfit(roles.problem, roles.role, roles.reason)
  return advance(plan, state, choice, answer, roles.bound)
}

/** Whether a choice that waits has reached its limit at this step. */
export function isOver({id, wait}: PlanChoice, {waited}: State): boolean {
  return wait !== undefined && (waited[id] ?? 0) >= wait.max
}

type Roles = Readonly<Record<string, string>>
interface RoleProblem {
  readonly problem: 'role' | 'open-role'
  readonly role: string
  readonly reason: string
}

/** The roles after an answer: bound once, but exchanged on a link to a first step. */
export function bindRoles(
  plan: Plan,
  {bindings}: Pick<State, 'bindings'>,
  choice: PlanChoice,
  answer: Pick<Answer, 'roles'> = {},
): {readonly bound: Roles} | RoleProblem {
  const seen: Record<string, string> = {...bindings.roles}
  for (const role of openRoles(choice.condition, plan.head, bindings.roles)) {
    const host = answer.roles?.[role]
    if (host === undefined) return {problem: 'open-role', role, reason: `Which host is ${role}?`}
    if (!plan.head.hosts.includes(host))
      return {problem: 'role', role, reason: `${role} cannot be ${host}`}
    seen[role] = host
  }
  const bound = {...seen}
  for (const {role, to} of choice.bindings) {
    const host = plan.head.hosts.includes(to) ? to : seen[to]
    if (host === undefined) return {problem: 'open-role', role: to, reason: `Which host is ${to}?`}
    const exchanges = host !== to && leadsToStart(plan, choice)
    if (seen[role] !== undefined && seen[role] !== host && !exchanges) {
      return {problem: 'role', role, reason: `${role} is ${seen[role]} already`}
    }
    bound[role] = host
  }
  return {bound}
}

/** Another runbook's step cannot be looked up here; the lint holds it to the same rule. */
function leadsToStart({steps}: Plan, {target}: PlanChoice): boolean {
  return target.runbook !== undefined || target.step === steps[0]!.id
}

function advance(
  plan: Plan,
  state: State,
  choice: PlanChoice,
  answer: Answer,
  roles: Roles,
): State {
  const {target, wait} = choice
  const bindings = {...state.bindings, roles}
  if (wait) {
    const waited = (state.waited[choice.id] ?? 0) + waitedBy(answer, wait.every)
    return {
      ...state,
      bindings,
      waited: {...state.waited, [choice.id]: Math.min(waited, wait.max)},
      answers: addWait(state.answers, {
        ...plainAnswer(plan, state, answer),
        waited: waitedBy(answer, wait.every),
      }),
    }
  }
  const next = {
    ...state,
    bindings,
    answers: [...state.answers, plainAnswer(plan, state, answer)],
    waited: {},
  }
  if (target.runbook !== undefined) return {...next, leaves: target}
  const known = plan.steps.some(({id}) => id === target.step)
  return known ? {...next, step: target.step!} : next
}

/** At least a second, so that a wait always comes to its limit. */
function waitedBy({waited}: Answer, every: number): number {
  return waited !== undefined && waited >= 1 ? Math.floor(waited) : every
}

/** Looking again and again is one answer: back leads to the step before, not to the look before. */
function addWait(answers: readonly Answer[], answer: Answer & {waited: number}): readonly Answer[] {
  const last = answers.at(-1)
  if (last?.waited === undefined || last.step !== answer.step || last.choice !== answer.choice) {
    return [...answers, answer]
  }
  return [...answers.slice(0, -1), {...last, waited: last.waited + answer.waited}]
}

/** Keeps of an answer only what it decides. */
function plainAnswer(plan: Plan, state: State, {step, choice, roles = {}}: Answer): Answer {
  const condition = currentStep(plan, state).choices.find(({id}) => id === choice)?.condition
  const open = openRoles(condition, plan.head, state.bindings.roles)
  const bound = Object.fromEntries(open.map((role) => [role, roles[role]!]))
  return {step, choice, ...(open.length > 0 && {roles: bound})}
}
