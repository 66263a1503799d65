import type {OutcomeKind} from '../model/runbook.ts'
import {Column} from './column.ts'
import {Contexts, freshContext, type Context} from './context.ts'
import {Harms} from './harm.ts'
import {IntTable} from './int-table.ts'
import {StepJudge} from './judge-step.ts'
import type {Moment} from './moment.ts'
import type {Program} from './program.ts'
import {properties, type Property} from './properties/index.ts'
import type {StateId, StateSpace} from './state-space.ts'
import {StepVisit, type Surroundings, type Visit} from './visit.ts'

/** A number for a state of everything: system, step, and what the responder has seen and done. */
export type NodeId = number

/** A breach of a property, the same wherever it is met. */
export interface Finding {
  readonly property: Property
  readonly step: number
  /** One sentence: what is wrong. */
  readonly reason: string
}

/** How a path can end; `stuck` without an answer, `left` for what is not checked. */
export type End = OutcomeKind | 'stuck' | 'left'

/** Ends as bits of a mask. */
export const endBits: Readonly<Record<End, number>> = {
  done: 1,
  serving: 2,
  escalate: 4,
  stuck: 8,
  left: 16,
}

/** The bits of ends at which the service runs. */
export const goodEnds = endBits.done | endBits.serving

const nothing: readonly never[] = []

/**
 * The product of the system's states with the steps of all runbooks: every node is followed once,
 * whichever runbook or start led to it. There may be millions of nodes, so they are kept in columns.
 */
export class Product {
  readonly space: StateSpace
  readonly program: Program
  /** Numbers of the steps that were followed in some state. */
  readonly reached = new Set<number>()
  /** Choices that were taken, `STEP.CHOICE` with the step's number. */
  readonly taken = new Set<string>()
  private readonly contexts = new Contexts()
  private readonly around: Surroundings
  /** A node is a step, a state and a context. */
  private readonly nodes = new IntTable()
  /** Where a node's next nodes begin among all of them; -1 before it is followed. */
  private readonly firsts = new Column()
  private readonly counts = new Column()
  /** How many of a node's next nodes, the first ones, are not reached by giving up alone. */
  private readonly firmCounts = new Column()
  private readonly nexts = new Column()
  private readonly ends = new Column()
  private readonly findings = new Map<NodeId, readonly Finding[]>()
  private readonly allFindings = new Map<string, Finding>()
  private readonly listen: (moment: Moment) => void

  /** @param listen hears every moment once. */
  constructor(space: StateSpace, program: Program, listen: (moment: Moment) => void) {
    this.space = space
    this.program = program
    this.around = {space, program, judge: new StepJudge(program), harms: new Harms(space)}
    this.listen = listen
  }

  get size(): number {
    return this.nodes.size
  }

  /** The node of a runbook's beginning. */
  begin(step: number, state: StateId): NodeId {
    return this.add(step, state, freshContext)
  }

  /** The state of the system at a node, and what the responder has seen and done. */
  standOf(id: NodeId): {readonly state: StateId; readonly context: Context} {
    return {state: this.nodes.part(1, id), context: this.contexts.get(this.nodes.part(2, id))}
  }

  /** Number of the step a node stands at. */
  stepOf(id: NodeId): number {
    return this.nodes.part(0, id)
  }

  /** Follows a node again, for its story. */
  visit(id: NodeId): Visit {
    const {state, context} = this.standOf(id)
    return new StepVisit(this.around, this.stepOf(id)).run(state, context)
  }

  /** Number of the node that a way of a visit leads to. */
  nodeOf({step, state, context}: Visit['ways'][number]): NodeId {
    return this.add(step, state, context)
  }

  /** The nodes that a node leads to. */
  next(id: NodeId): readonly NodeId[] {
    if (this.firsts.at(id) === -1) this.follow(id)
    return this.nextOf(id, this.counts.at(id))
  }

  /** Those of them that are not reached only by a responder's decision to give up. */
  firmNext(id: NodeId): readonly NodeId[] {
    if (this.firsts.at(id) === -1) this.follow(id)
    return this.nextOf(id, this.firmCounts.at(id))
  }

  private nextOf(id: NodeId, length: number): readonly NodeId[] {
    const first = this.firsts.at(id)
    return Array.from({length}, (_, index) => this.nexts.at(first + index))
  }

  /** How paths can end at a followed node itself, as a mask. */
  endsAt(id: NodeId): number {
    return this.ends.at(id)
  }

  /** What is wrong at a followed node. */
  findingsAt(id: NodeId): readonly Finding[] {
    return this.findings.get(id) ?? nothing
  }

  /** The finding of a property at a step. */
  finding(property: Property, step: number, reason: string): Finding {
    const key = `${property.id} ${step} ${reason}`
    const finding = this.allFindings.get(key) ?? {property, step, reason}
    this.allFindings.set(key, finding)
    return finding
  }

  private add(step: number, state: StateId, context: Context): NodeId {
    const {size} = this
    const id = this.nodes.add(step, state, this.contexts.add(context))
    if (id < size) return id
    this.firsts.push(-1)
    this.counts.push(0)
    this.firmCounts.push(0)
    this.ends.push(0)
    return id
  }

  private follow(id: NodeId): void {
    const step = this.stepOf(id)
    this.reached.add(step)
    const visit = this.visit(id)
    visit.moments.forEach(this.listen)
    for (const {choice} of visit.ways) this.taken.add(`${step}.${choice.id}`)
    const found = visit.moments.flatMap((moment) => this.judge(step, moment))
    if (found.length > 0) this.findings.set(id, [...new Set(found)])
    const ways = visit.ways.filter((way) => !this.givesUp(way))
    const firm = (ways.length > 0 ? ways : visit.ways).map((way) => this.nodeOf(way))
    const next = new Set([...firm, ...visit.ways.map((way) => this.nodeOf(way))])
    this.firsts.set(id, this.nexts.length)
    this.counts.set(id, next.size)
    this.firmCounts.set(id, new Set(firm).size)
    for (const one of next) this.nexts.push(one)
    this.ends.set(id, endsOf(visit))
  }

  /** Whether a way is a decision of the responder that leads straight to `Escalate:`. */
  private givesUp({choice, step}: Visit['ways'][number]): boolean {
    return !choice.condition && this.program.steps[step]!.step.outcome === 'escalate'
  }

  private judge(step: number, moment: Moment): Finding[] {
    return properties.flatMap((property) => {
      const reason = property.judge(moment)
      return reason === undefined ? [] : [this.finding(property, step, reason)]
    })
  }
}

/** How paths can end at a visit itself, as a mask. */
export function endsOf({moments, stuck}: Visit): number {
  let mask = stuck ? endBits.stuck : 0
  for (const moment of moments) {
    if (moment.kind === 'ended') mask |= endBits[moment.outcome]
    if (moment.kind === 'left') mask |= endBits.left
  }
  return mask
}
