import type {Plan} from '@handrail/runbook'
import type {Reach} from '@handrail/runbook/check'
import {Checker} from '../../plugins/runbook/src/check/checker.ts'
import {coverOf} from '../../plugins/runbook/src/check/cover.ts'
import {Ends} from '../../plugins/runbook/src/check/ends.ts'
import {goodEnds, type NodeId, type Product} from '../../plugins/runbook/src/check/product.ts'
import {Program} from '../../plugins/runbook/src/check/program.ts'
import {findRepair, type Repair} from '../../plugins/runbook/src/check/repair.ts'
import {Change} from './changed-runbook.ts'
import {aroundOf, follow} from './follow-node.ts'
import {Recorder} from './recorder.ts'

/** What a change of a runbook does to what is advised. */
export type Impact =
  /** A property does not hold any more: its name and a sentence. */
  | {readonly kind: 'broken'; readonly reason: string}
  /** Something else is done or answered somewhere, and every property still holds. */
  | {readonly kind: 'other'; readonly reason: string}
  /** Nothing else is done in any state. */
  | {readonly kind: 'none'}
  /** The number of steps, or what responders remember, is another: it has to be checked whole. */
  | {readonly kind: 'unknown'}

/** How far a repair is looked for, as in a check. */
const repairLimits = {events: 12, states: 20_000}

/** Of more states of which none can be repaired, another is not expected to be. */
const mostAsked = 20

/** Nodes at a step at which the same is seen, so that its choices are answered in the same way. */
interface Group {
  readonly nodes: NodeId[]
  /** What is answered, each time the question is asked. */
  readonly answers: string
}

/**
 * Runbooks that hold every property, followed once from every state within some faults. Of a change
 * only the steps that are others are followed again, and what nothing led to before: many times as
 * fast as a check of the whole.
 */
export class SoundRunbooks {
  readonly product: Product
  /** How many nodes there are; those that changes add come after them. */
  readonly size: number
  private readonly plans: readonly Plan[]
  private readonly triage: string
  private readonly reach: Reach
  private readonly ends: Ends
  private readonly nodesAt: readonly NodeId[][]
  private readonly groups = new Map<number, readonly Group[]>()
  /** States by the nodes at which triage begins. */
  private readonly triageStarts: ReadonlyMap<NodeId, number>
  private readonly repairs = new Map<number, Repair>()
  /** What led to each node, by `turnedRound`. */
  private before: {readonly from: Int32Array; readonly first: Int32Array} | undefined

  constructor(reach: Reach, plans: readonly Plan[], triage: string) {
    this.plans = plans
    this.triage = triage
    this.reach = reach
    const checker = new Checker(reach, plans)
    const {product} = checker
    this.product = product
    this.ends = new Ends(product)
    const starts = new Map(plans.map((plan) => [plan.name, checker.startsOf(plan)]))
    for (const {node} of [...starts.values()].flat()) this.ends.masksOf(node)
    this.triageStarts = new Map((starts.get(triage) ?? []).map(({node, state}) => [node, state]))
    this.size = product.size
    const nodesAt: NodeId[][] = product.program.steps.map(() => [])
    for (let id = 0; id < this.size; id++) nodesAt[product.stepOf(id)]!.push(id)
    this.nodesAt = nodesAt
  }

  /** What a runbook does in the place of the one of its name. */
  impactOf(changed: Plan): Impact {
    const plans = this.plans.map((plan) => (plan.name === changed.name ? changed : plan))
    const {program: sound, space} = this.product
    const program = new Program(space, plans, sound.steps)
    const isAlike =
      program.steps.length === sound.steps.length &&
      program.steps.every(({live}, index) => live.length === sound.steps[index]!.live.length) &&
      [...program.deeds].sort().join() === [...sound.deeds].sort().join()
    if (!isAlike) return {kind: 'unknown'}
    const impact = new Change(this, program).follow()
    if (impact.kind === 'broken') return impact
    const lost = this.uncovered(changed, program)
    if (lost === 0) return impact
    const reason = `${lost} states are covered no more.`
    if (changed.name === this.triage) return {kind: 'broken', reason: `P9 ${reason}`}
    return {kind: 'other', reason}
  }

  /** States that a runbook covered and does not cover any more. */
  private uncovered(changed: Plan, program: Program): number {
    const plan = this.plans.find(({name}) => name === changed.name)!
    if (JSON.stringify(plan.head.covers) === JSON.stringify(changed.head.covers)) return 0
    const {space, states} = this.reach
    const before = coverOf(plan, space, this.product.program)
    const after = coverOf(changed, space, program)
    return states.filter(({id}) => before(id) && !after(id)).length
  }

  nodesOf(step: number): readonly NodeId[] {
    return this.nodesAt[step]!
  }

  /** The nodes at a step, by what is seen there. */
  groupsOf(step: number): readonly Group[] {
    const known = this.groups.get(step)
    if (known) return known
    const groups = new Map<string, Group>()
    const recorder = new Recorder(this.product.program)
    const around = aroundOf(this.product, this.product.program, recorder)
    for (const node of this.nodesOf(step)) {
      recorder.begin()
      follow(around, this.product, node)
      const key = recorder.keys.join('\n\n')
      const group = groups.get(key)
      if (group) group.nodes.push(node)
      else groups.set(key, {nodes: [node], answers: recorder.answers.join('\n')})
    }
    const all = [...groups.values()]
    this.groups.set(step, all)
    return all
  }

  /** How the paths from a node end unless somebody decides to give up. */
  firmEnds(node: NodeId): number {
    return this.ends.masksOf(node).firm
  }

  /** Whether a good end in triage, that operators can bring about, leads through a node. */
  isNeeded(node: NodeId): boolean {
    const {from, first} = (this.before ??= this.turnedRound())
    const seen = new Set([node])
    let asked = 0
    for (const one of seen) {
      const state = this.triageStarts.get(one)
      if (state !== undefined && !(this.firmEnds(one) & ~goodEnds)) {
        const repair = this.repairs.get(state) ?? findRepair(this.reach.space, state, repairLimits)
        this.repairs.set(state, repair)
        if (repair.kind === 'possible') return true
        if (++asked === mostAsked) return false
      }
      for (let at = first[one]!; at < first[one + 1]!; at++) seen.add(from[at]!)
    }
    return false
  }

  /** The nodes that lead to each node, those of node N from `first[N]` to `first[N + 1]`. */
  private turnedRound() {
    const first = new Int32Array(this.size + 2)
    for (let id = 0; id < this.size; id++)
      for (const to of this.product.firmNext(id)) first[to + 2]!++
    for (let id = 2; id < first.length; id++) first[id]! += first[id - 1]!
    const from = new Int32Array(first.at(-1)!)
    for (let id = 0; id < this.size; id++)
      for (const to of this.product.firmNext(id)) from[first[to + 1]!++] = id
    return {from, first}
  }
}
