import type {Plan} from '@handrail/runbook'
import type {Reach} from '@handrail/runbook/check'
import {Checker} from '../../plugins/runbook/src/check/checker.ts'
import {coverOf} from '../../plugins/runbook/src/check/cover.ts'
import {Ends} from '../../plugins/runbook/src/check/ends.ts'
import {Harms} from '../../plugins/runbook/src/check/harm.ts'
import {type Judged, type Option, StepJudge} from '../../plugins/runbook/src/check/judge-step.ts'
import {
  endsOf,
  goodEnds,
  type NodeId,
  type Product,
} from '../../plugins/runbook/src/check/product.ts'
import {Program, type StepCode} from '../../plugins/runbook/src/check/program.ts'
import {properties} from '../../plugins/runbook/src/check/properties/index.ts'
import {findRepair, type Repair} from '../../plugins/runbook/src/check/repair.ts'
import type {Thread} from '../../plugins/runbook/src/check/thread.ts'
import {StepVisit, type Surroundings, type Visit} from '../../plugins/runbook/src/check/visit.ts'

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

/** Nodes at a step at which the same is seen, so that its choices are answered in the same way. */
interface Group {
  readonly nodes: NodeId[]
  /** What is answered, each time the question is asked. */
  readonly answers: string
}

/**
 * Runbooks that hold every property, followed once from every state within some faults. Of a change
 * only the steps that are others are followed again, and what nothing led to before: a hundred times
 * as fast as a check of the whole.
 */
export class SoundRunbooks {
  readonly product: Product
  /** How many nodes there are; those that changes add come after them. */
  readonly size: number
  private readonly plans: readonly Plan[]
  private readonly reach: Reach
  private readonly ends: Ends
  private readonly nodesAt: readonly NodeId[][]
  private readonly groups = new Map<number, readonly Group[]>()
  private readonly triageStarts: ReadonlyMap<NodeId, number>
  private readonly repairs = new Map<number, Repair>()
  private before: {readonly from: Int32Array; readonly first: Int32Array} | undefined

  constructor(reach: Reach, plans: readonly Plan[], triage: string) {
    this.plans = plans
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
    return {
      kind: this.triageStarts.size > 0 && changed.name === 'triage' ? 'broken' : 'other',
      reason: `${lost} states are not covered`,
    }
  }

  /** States that a runbook covered and does not cover any more. */
  private uncovered(changed: Plan, program: Program): number {
    const plan = this.plans.find(({name}) => name === changed.name)!
    if (JSON.stringify(plan.head.covers) === JSON.stringify(changed.head.covers)) return 0
    const {space, states} = this.reach
    const [before, after] = [
      coverOf(plan, space, this.product.program),
      coverOf(changed, space, program),
    ]
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
        const repair =
          this.repairs.get(state) ??
          findRepair(this.reach.space, state, {events: 12, states: 20_000})
        this.repairs.set(state, repair)
        if (repair.kind === 'possible') return true
        if (++asked === 20) return false
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

/** Judges as ever, and writes down what it was asked and what it answered. */
class Recorder {
  keys: string[] = []
  answers: string[] = []
  private readonly inner: StepJudge

  constructor(program: Program) {
    this.inner = new StepJudge(program)
  }

  begin(): void {
    this.keys = []
    this.answers = []
  }

  judge(index: number, thread: Thread): Judged {
    const judged = this.inner.judge(index, thread)
    const {answer, decisions, unseen} = judged
    this.keys.push(this.inner.keyOf(index, thread))
    this.answers.push(
      [answer ? inWords(answer) : '', ...decisions.map(inWords), ...unseen].join(' '),
    )
    return judged
  }
}

const inWords = ({choice, target, rolesKey, exchanges}: Option): string =>
  JSON.stringify([
    choice.wait ?? !choice.condition,
    choice.bindings.length,
    target,
    rolesKey,
    exchanges,
  ])

function aroundOf(product: Product, program: Program, judge: Surroundings['judge']): Surroundings {
  return {space: product.space, program, judge, harms: new Harms(product.space)}
}

function follow(around: Surroundings, product: Product, node: NodeId): Visit {
  const {state, context} = product.standOf(node)
  return new StepVisit(around, product.stepOf(node)).run(state, context)
}

class Change {
  private readonly sound: SoundRunbooks
  private readonly product: Product
  private readonly program: Program
  private readonly recorder: Recorder
  private readonly around: Surroundings
  /** Numbers of the steps that are others. */
  private readonly changed: ReadonlySet<number>
  private readonly ring: ReadonlySet<number>
  private readonly seen = new Set<NodeId>()
  private readonly clear = new Set<NodeId>()
  private broken: string | undefined
  private others = 0
  private gained: NodeId[] = []

  constructor(sound: SoundRunbooks, program: Program) {
    this.sound = sound
    this.product = sound.product
    this.program = program
    this.recorder = new Recorder(program)
    this.around = aroundOf(this.product, program, this.recorder)
    const {steps} = this.product.program
    const all = steps.map((_, index) => index)
    this.changed = new Set(all.filter((index) => !isSame(steps[index]!, program.steps[index]!)))
    this.ring = ringOf(program, this.changed)
  }

  follow(): Impact {
    for (const step of this.changed) {
      for (const node of this.nodesToFollow(step)) {
        this.compare(node)
        if (this.broken) break
      }
      if (this.broken) return {kind: 'broken', reason: this.broken}
    }
    if (this.others === 0) return {kind: 'none'}
    const missed = this.gained.slice(0, 50).find((node) => this.sound.isNeeded(node))
    if (missed !== undefined) return {kind: 'broken', reason: 'P9 gives up what could be repaired'}
    return {
      kind: 'other',
      reason: `${this.others} nodes${this.gained.length > 0 ? ', bad ends' : ''}`,
    }
  }

  /** Nodes at which something else may come about; where only choices changed, all are not looked at. */
  private nodesToFollow(step: number): readonly NodeId[] {
    if (!this.hasSameCommands(step)) return this.sound.nodesOf(step)
    return this.sound.groupsOf(step).flatMap(({nodes, answers}) => {
      this.recorder.begin()
      const isBroken = this.judge(follow(this.around, this.product, nodes[0]!))
      return isBroken || this.recorder.answers.join('\n') === answers ? [] : nodes
    })
  }

  private hasSameCommands(step: number): boolean {
    const [before, after] = [this.product.program, this.program]
    const [a, b] = [before, after].map(({steps}) => steps[step]!)
    if (b!.asked.some((cell) => !a!.asked.includes(cell))) return false
    const {head} = a!.plan
    const roles = [
      {},
      ...head.roles.flatMap((role, at) =>
        head.hosts.map((host, other) => ({
          [role]: host,
          ...(head.roles[1 - at] !== undefined && {[head.roles[1 - at]!]: head.hosts[1 - other]!}),
        })),
      ),
      ...head.roles.flatMap((role) => head.hosts.map((host) => ({[role]: host}))),
    ]
    return roles.every(
      (some, at) => scriptText(before, step, some, at) === scriptText(after, step, some, at),
    )
  }

  private compare(node: NodeId): void {
    const visit = follow(this.around, this.product, node)
    if (this.judge(visit)) return
    const next = new Set(visit.ways.map((way) => this.product.nodeOf(way)))
    const before = this.product.next(node)
    const ends = endsOf(visit)
    if (
      next.size === before.length &&
      before.every((one) => next.has(one)) &&
      ends === this.product.endsAt(node)
    )
      return
    this.others++
    const added = [...next].filter((one) => !before.includes(one))
    if (added.some((one) => this.explore(one))) return
    if (this.goesRound(node, next))
      this.broken = 'P1 The same step comes again and nothing has changed.'
    if (this.gained.length < 50 && !(this.sound.firmEnds(node) & ~goodEnds)) {
      const firm = this.firmWays(visit)
      if ((ends | this.endsFrom(firm)) & ~goodEnds) this.gained.push(node)
    }
  }

  private judge({moments}: Visit): boolean {
    for (const moment of moments) {
      for (const {id, judge} of properties) {
        const reason = judge(moment)
        if (reason === undefined) continue
        this.broken = `${id} ${reason}`
        return true
      }
    }
    return false
  }

  private readonly masks = new Map<NodeId, number>()

  /** How paths from nodes end, unless somebody gives up. */
  private endsFrom(starts: readonly NodeId[]): number {
    let mask = 0
    const seen = new Set(starts)
    for (const node of seen) {
      if (node < this.sound.size && !this.changed.has(this.product.stepOf(node))) {
        mask |= this.sound.firmEnds(node)
        continue
      }
      const [ends, next] = this.firmTurn(node)
      mask |= ends
      for (const one of next) seen.add(one)
    }
    return mask
  }

  private firmTurn(node: NodeId): [number, readonly NodeId[]] {
    if (this.changed.has(this.product.stepOf(node))) {
      const visit = follow(this.around, this.product, node)
      return [endsOf(visit), this.firmWays(visit)]
    }
    const next = this.product.firmNext(node)
    return [this.product.endsAt(node), next]
  }

  private firmWays({ways}: Visit): readonly NodeId[] {
    const firm = ways.filter(
      ({choice, step}) => choice.condition || this.program.steps[step]!.step.outcome !== 'escalate',
    )
    return (firm.length > 0 ? firm : ways).map((way) => this.product.nodeOf(way))
  }

  /** Whether something that nothing led to before breaks a property, on the way from a node. */
  private explore(start: NodeId): boolean {
    const open = [start]
    for (let node = open.pop(); node !== undefined; node = open.pop()) {
      if (node < this.sound.size || this.seen.has(node)) continue
      this.seen.add(node)
      if (this.changed.has(this.product.stepOf(node))) {
        const visit = follow(this.around, this.product, node)
        if (this.judge(visit)) return true
        open.push(...visit.ways.map((way) => this.product.nodeOf(way)))
      } else {
        open.push(...this.product.next(node))
        const [finding] = this.product.findingsAt(node)
        if (!finding) continue
        this.broken = `${finding.property.id} ${finding.reason}`
        return true
      }
    }
    return false
  }

  private nextOf(node: NodeId): readonly NodeId[] {
    if (!this.changed.has(this.product.stepOf(node))) return this.product.next(node)
    return follow(this.around, this.product, node).ways.map((way) => this.product.nodeOf(way))
  }

  /** Whether a node comes again, on ways within the steps that go round. */
  private goesRound(start: NodeId, next: ReadonlySet<NodeId>): boolean {
    if (!this.ring.has(this.product.stepOf(start))) return false
    const onPath = new Set([start])
    const stack = [{node: start, next: [...next], at: 0}]
    for (let top = stack.at(-1); top; top = stack.at(-1)) {
      const child = top.next[top.at++]
      if (child === undefined) {
        this.clear.add(top.node)
        onPath.delete(top.node)
        stack.pop()
      } else if (onPath.has(child)) return true
      else if (!this.clear.has(child) && this.ring.has(this.product.stepOf(child))) {
        onPath.add(child)
        stack.push({node: child, next: [...this.nextOf(child)], at: 0})
      }
    }
    return false
  }
}

function isSame(a: StepCode, b: StepCode): boolean {
  if (a.plan === b.plan) return true
  const [before, after] = [a, b].map(({step, plan}) =>
    JSON.stringify([step, plan.head.values, plan.head.roles]),
  )
  return before === after
}

/** What is carried out at a step, equal for the same on the same hosts. */
function scriptText(
  program: Program,
  step: number,
  roles: Readonly<Record<string, string>>,
  at: number,
): string {
  const script = program.scriptOf(step, `${at}`, roles)
  if (typeof script === 'string') return script
  const phases = script.phases.map((phase) => {
    if (phase.kind === 'look') return phase.look.cells.toSorted()
    return phase.blocks.map(({host, command, lines, takesCopy, mistaken}) => {
      const all = lines.map((line) =>
        line.kind === 'event' ? line.index : line.kind === 'read' ? line.cells : '',
      )
      return [
        host,
        command.effect,
        command.caution !== undefined,
        takesCopy,
        mistaken.map((one) => one.host),
        all,
      ]
    })
  })
  return JSON.stringify([phases, script.again.cells.toSorted()])
}

/** The steps that lie on a way round through one of some steps. */
function ringOf(program: Program, through: ReadonlySet<number>): ReadonlySet<number> {
  const {steps} = program
  const after = steps.map(({plan, step}, index) =>
    step.choices.flatMap(({target, wait}) => {
      const to = program.find(target.runbook ?? plan.name, target.step)
      return to === undefined || (wait && to === index) ? [] : [to]
    }),
  )
  const before: number[][] = steps.map(() => [])
  after.forEach((all, from) => all.forEach((to) => before[to]!.push(from)))
  const [below, above] = [closure(through, after), closure(through, before)]
  return new Set([...below].filter((step) => above.has(step)))
}

function closure(
  from: ReadonlySet<number>,
  links: readonly (readonly number[])[],
): ReadonlySet<number> {
  const all = new Set([...from].flatMap((one) => links[one]!))
  for (const one of all) for (const next of links[one]!) all.add(next)
  return all
}
