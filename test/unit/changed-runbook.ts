import {
  endsOf,
  goodEnds,
  type NodeId,
  type Product,
} from '../../plugins/runbook/src/check/product.ts'
import type {Program, StepCode} from '../../plugins/runbook/src/check/program.ts'
import {properties} from '../../plugins/runbook/src/check/properties/index.ts'
import type {Surroundings, Visit} from '../../plugins/runbook/src/check/visit.ts'
import {distinctAssignments} from '../../plugins/runbook/src/machine/condition-roles.ts'
import {aroundOf, follow} from './follow-node.ts'
import {Recorder} from './recorder.ts'
import type {Impact, SoundRunbooks} from './sound-runbooks.ts'

/** Of more, no more can be learnt. */
const mostSpoilt = 50

/** A change of a runbook, followed as far as it goes. */
export class Change {
  private readonly sound: SoundRunbooks
  private readonly product: Product
  private readonly program: Program
  private readonly recorder: Recorder
  private readonly around: Surroundings
  /** Numbers of the steps that are others. */
  private readonly changed: ReadonlySet<number>
  /** Those that lie on a way round through one of them. */
  private readonly ring: ReadonlySet<number>
  /** New nodes that break nothing. */
  private readonly seen = new Set<NodeId>()
  /** Nodes from which nothing comes again. */
  private readonly clear = new Set<NodeId>()
  private broken: string | undefined
  /** How many nodes lead elsewhere now. */
  private others = 0
  /** Some of those that led to good ends alone and do not any more. */
  private readonly spoilt: NodeId[] = []

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
    if (this.spoilt.some((node) => this.sound.isNeeded(node))) {
      return {kind: 'broken', reason: 'P9 It gives up what could be repaired.'}
    }
    return {kind: 'other', reason: `Other answers at ${this.others} nodes.`}
  }

  /**
   * Nodes at which something else may come about. Where only choices changed, one node of each group
   * tells whether the others have to be followed.
   */
  private nodesToFollow(step: number): readonly NodeId[] {
    if (!this.hasOtherChoicesAlone(step)) return this.sound.nodesOf(step)
    return this.sound.groupsOf(step).flatMap(({nodes, answers}) => {
      this.recorder.begin()
      const isBroken = this.judge(follow(this.around, this.product, nodes[0]!))
      return isBroken || this.recorder.answers.join('\n') === answers ? [] : nodes
    })
  }

  /** Whether the same is carried out at a step, it ends as it did, and no more is asked. */
  private hasOtherChoicesAlone(step: number): boolean {
    const sound = this.product.program
    const before = sound.steps[step]!
    const after = this.program.steps[step]!
    if (before.step.outcome !== after.step.outcome) return false
    if (after.asked.some((cell) => !before.asked.includes(cell))) return false
    const {hosts, roles: names} = before.plan.head
    const roles = [[], ...names.map((name) => [name]), names].flatMap((some) =>
      distinctAssignments(some, hosts),
    )
    return roles.every(
      (some, at) => scriptText(sound, step, some, at) === scriptText(this.program, step, some, at),
    )
  }

  /** Follows a node anew, and what it leads to that nothing led to before. */
  private compare(node: NodeId): void {
    const visit = follow(this.around, this.product, node)
    if (this.judge(visit)) return
    const next = new Set(visit.ways.map((way) => this.product.nodeOf(way)))
    const before = this.product.next(node)
    const ends = endsOf(visit)
    const isAlike = next.size === before.length && before.every((one) => next.has(one))
    if (isAlike && ends === this.product.endsAt(node)) return
    this.others++
    const added = [...next].filter((one) => !before.includes(one))
    if (added.some((one) => this.explore(one))) return
    if (this.goesRound(node, next)) {
      this.broken = 'P1 The same step comes again and nothing has changed.'
      return
    }
    if (this.spoilt.length < mostSpoilt && !(this.sound.firmEnds(node) & ~goodEnds)) {
      if ((ends | this.endsFrom(this.firmWays(visit))) & ~goodEnds) this.spoilt.push(node)
    }
  }

  /** Whether a visit breaks a property; then it is known which. */
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

  /** What a node leads to now. */
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
