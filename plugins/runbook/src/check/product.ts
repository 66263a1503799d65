import type {OutcomeKind} from '../model/runbook.ts'
import {Contexts, freshContext, type ContextId} from './context.ts'
import type {Moment} from './moment.ts'
import type {Program} from './program.ts'
import {properties, type Property} from './properties/index.ts'
import type {StateId, StateSpace} from './state-space.ts'
import {Harms} from './harm.ts'
import {StepJudge} from './judge-step.ts'
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

/** What following one node gives. */
export interface Expansion {
  readonly next: readonly NodeId[]
  readonly findings: readonly Finding[]
  /** How it can end here; `stuck` without an answer, `left` for what is not checked. */
  readonly ends: readonly (OutcomeKind | 'stuck' | 'left')[]
}

interface ProductNode {
  readonly step: number
  readonly state: StateId
  readonly context: ContextId
}

/**
 * The product of the system's states with the steps of all runbooks: every node is followed once,
 * whichever runbook or start led to it.
 */
export class Product {
  readonly space: StateSpace
  readonly program: Program
  private readonly contexts = new Contexts()
  private readonly around: Surroundings
  private readonly nodes: ProductNode[] = []
  private readonly ids: Map<number, NodeId>[] = []
  private readonly expansions: Expansion[] = []
  private readonly findings = new Map<string, Finding>()
  private readonly listen: (moment: Moment) => void

  /** @param listen hears every moment once. */
  constructor(space: StateSpace, program: Program, listen: (moment: Moment) => void) {
    this.space = space
    this.program = program
    this.around = {space, program, judge: new StepJudge(program), harms: new Harms(space)}
    this.listen = listen
  }

  get size(): number {
    return this.nodes.length
  }

  /** The node of a runbook's beginning. */
  begin(step: number, state: StateId): NodeId {
    return this.add(step, state, this.contexts.add(freshContext))
  }

  node(id: NodeId): ProductNode {
    return this.nodes[id]!
  }

  /** Follows a node again, for its story. */
  visit(id: NodeId): Visit {
    const {step, state, context} = this.node(id)
    return new StepVisit(this.around, step).run(state, this.contexts.get(context))
  }

  /** Number of the node that a way of a visit leads to. */
  nodeOf(way: Visit['ways'][number]): NodeId {
    return this.add(way.step, way.state, this.contexts.add(way.context))
  }

  expand(id: NodeId): Expansion {
    return (this.expansions[id] ??= this.follow(id))
  }

  private add(step: number, state: StateId, context: ContextId): NodeId {
    const ofState = (this.ids[state] ??= new Map())
    const key = context * this.program.steps.length + step
    const known = ofState.get(key)
    if (known !== undefined) return known
    ofState.set(key, this.nodes.length)
    return this.nodes.push({step, state, context}) - 1
  }

  private follow(id: NodeId): Expansion {
    const {step} = this.node(id)
    const visit = this.visit(id)
    visit.moments.forEach(this.listen)
    const findings = visit.moments.flatMap((moment) => this.judge(step, moment))
    const next = [...new Set(visit.ways.map((way) => this.nodeOf(way)))]
    return {next, findings: [...new Set(findings)], ends: endsOf(visit)}
  }

  private judge(step: number, moment: Moment): Finding[] {
    return properties.flatMap((property) => {
      const reason = property.judge(moment)
      return reason === undefined ? [] : [this.finding(property, step, reason)]
    })
  }

  finding(property: Property, step: number, reason: string): Finding {
    const key = `${property.id} ${step} ${reason}`
    const known = this.findings.get(key)
    if (known) return known
    const finding = {property, step, reason}
    this.findings.set(key, finding)
    return finding
  }
}

function endsOf({moments, stuck}: Visit): Expansion['ends'] {
  const outcome = moments.find((moment) => moment.kind === 'ended')
  const left = moments.some(({kind}) => kind === 'left')
  return [
    ...(outcome ? [outcome.outcome] : []),
    ...(left ? ['left' as const] : []),
    ...(stuck ? ['stuck' as const] : []),
  ]
}
