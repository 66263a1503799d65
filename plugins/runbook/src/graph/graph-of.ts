import type {Plan, PlanChoice, PlanStep} from '../model/plan.ts'
import type {Effect, OutcomeKind, StepRef} from '../model/runbook.ts'
import {formatCondition} from '../model/format-condition.ts'

/** A step, or another runbook that a choice leads to. */
export interface GraphNode {
  /** The step's id; for another runbook `NAME` or `NAME#STEP`. */
  readonly id: string
  readonly kind: 'step' | 'runbook' | 'missing' | OutcomeKind
  /** Absent for what is not a step of this runbook. */
  readonly number?: number
  readonly title: string
  /** The worst that a command of the step does; absent if it has none. */
  readonly effect?: Effect
}

/** A choice. */
export interface GraphEdge {
  readonly from: string
  readonly to: string
  /** Id of the choice. */
  readonly choice: string
  readonly words: string
  readonly condition?: string
  readonly binds?: string
  /** Seconds. */
  readonly wait?: {readonly every: number; readonly max: number}
}

/** The map of a runbook. Plain data: its JSON is one of the map's forms. */
export interface Graph {
  readonly name: string
  readonly title: string
  readonly start: string
  readonly nodes: readonly GraphNode[]
  readonly edges: readonly GraphEdge[]
}

/** The map of a runbook: a node for every step and for every other place its choices lead to. */
export function graphOf(plan: Plan): Graph {
  const steps = plan.steps.map(stepNode)
  const known = new Set(steps.map(({id}) => id))
  const edges = plan.steps.flatMap((step) => step.choices.map((choice) => edgeOf(step, choice)))
  const targets = plan.steps.flatMap(({choices}) => choices.map(({target}) => target))
  const elsewhere = new Map(targets.map((target) => [refId(target), target]))
  const others = [...elsewhere]
    .filter(([id]) => !known.has(id))
    .map(([, target]) => otherNode(target))
  const {name, title} = plan
  return {name, title, start: steps[0]!.id, nodes: [...steps, ...others], edges}
}

/** How the map names where a choice leads. */
export function refId({runbook, step}: StepRef): string {
  if (runbook === undefined) return step ?? ''
  return step === undefined ? runbook : `${runbook}#${step}`
}

function stepNode(step: PlanStep): GraphNode {
  const {id, number, title, outcome} = step
  const effect = worstEffect(step)
  return {id, kind: outcome ?? 'step', number, title, ...(effect && {effect})}
}

function otherNode(target: StepRef): GraphNode {
  const id = refId(target)
  return {id, kind: target.runbook === undefined ? 'missing' : 'runbook', title: id}
}

const order: readonly Effect[] = ['destroy', 'change', 'read']

/** The worst that a command of the step does. */
export function worstEffect({commands}: Pick<PlanStep, 'commands'>): Effect | undefined {
  return order.find((effect) => commands.some((command) => command.effect === effect))
}

function edgeOf(
  step: PlanStep,
  {id, words, condition, bindings, wait, target}: PlanChoice,
): GraphEdge {
  const binds = bindings.map(({role, to}) => `${role}=${to}`).join(' ')
  return {
    from: step.id,
    to: refId(target),
    choice: id,
    words,
    ...(condition && {condition: formatCondition(condition)}),
    ...(binds !== '' && {binds}),
    ...(wait && {wait}),
  }
}
