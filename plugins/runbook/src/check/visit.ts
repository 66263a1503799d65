import type {OutcomeKind} from '../model/runbook.ts'
import type {PlanChoice} from '../model/plan.ts'
import {judgeChoices, type Offer} from '../machine/offers.ts'
import {bindRoles} from '../machine/step.ts'
import type {Fact, Sight} from '../machine/evaluate.ts'
import type {State} from '../machine/state.ts'
import type {Context} from './context.ts'
import {harmOf} from './harm.ts'
import {whyNotDestroy} from './may-destroy.ts'
import type {Moment, RefusedLine} from './moment.ts'
import type {Block, Line, Program, StepCode} from './program.ts'
import type {StateId, StateSpace} from './state-space.ts'

/** Where a step can lead. */
export interface Way {
  readonly choice: PlanChoice
  /** The facts that made it the answer; empty for a decision of the responder. */
  readonly facts: readonly Fact[]
  /** Seconds waited before it was taken. */
  readonly waited: number
  /** Number of the step it leads to. */
  readonly step: number
  readonly state: StateId
  readonly context: Context
}

/** What happens at a step when it is followed honestly. */
export interface Visit {
  readonly moments: readonly Moment[]
  readonly ways: readonly Way[]
  readonly outcome?: OutcomeKind
  /** What was carried out, for stories and for comparing versions. */
  readonly acts: readonly string[]
}

/** The answers to a step's question in what was seen. */
interface Judged {
  readonly answer?: Offer
  readonly decisions: readonly Offer[]
  readonly unseen: readonly string[]
}

type EventLine = Extract<Line, {kind: 'event'}>

/** Follows single steps honestly; asks nothing of how the step was reached but its context. */
export class Visitor {
  private readonly space: StateSpace
  private readonly program: Program
  private readonly judgements = new Map<string, Judged>()

  constructor(space: StateSpace, program: Program) {
    this.space = space
    this.program = program
  }

  visit(index: number, state: StateId, context: Context): Visit {
    return new StepVisit(this.space, this.program, this.judgements, index, state, context).run()
  }
}

/** One visit: the state, what is seen and what has happened so far, while it lasts. */
class StepVisit {
  private readonly space: StateSpace
  private readonly program: Program
  private readonly judgements: Map<string, Judged>
  private readonly index: number
  private readonly code: StepCode
  private readonly seen: Map<number, string | null>
  private readonly refusals: RefusedLine[] = []
  private readonly acting = new Set<string>()
  private readonly moments: Moment[] = []
  private readonly acts: string[] = []
  private readonly ways: Way[] = []
  private state: StateId
  private context: Context

  constructor(
    space: StateSpace,
    program: Program,
    judgements: Map<string, Judged>,
    index: number,
    state: StateId,
    context: Context,
  ) {
    this.space = space
    this.program = program
    this.judgements = judgements
    this.index = index
    this.code = program.steps[index]!
    this.state = state
    this.context = context
    this.seen = new Map(context.known)
  }

  run(): Visit {
    const blocks = this.program.blocksOf(this.index, this.context.roles)
    if (typeof blocks === 'string')
      this.moments.push({kind: 'unbound', step: this.code.step, role: blocks})
    else {
      for (const block of blocks) this.carryOut(block)
      this.answer(blocks)
    }
    const {outcome, choices} = this.code.step
    return {
      moments: this.moments,
      ways: this.ways,
      acts: this.acts,
      ...(outcome && choices.length === 0 && {outcome}),
    }
  }

  /** After a refusal nothing more is changed at this step; what reads is still read. */
  private carryOut(block: Block): void {
    this.tryMistakes(block)
    for (const line of block.lines) {
      if (line.kind === 'read') this.read(line.cells)
      if (line.kind !== 'event') continue
      if (this.refusals.length > 0) return
      this.act(block, line)
    }
    if (block.takesCopy && this.refusals.length === 0)
      this.context = {...this.context, copied: true}
  }

  private read(cells: readonly number[]): void {
    const row = this.space.row(this.state)
    for (const cell of cells) this.seen.set(cell, row[cell]!)
  }

  private tryMistakes(block: Block): void {
    for (const mistaken of block.mistaken) {
      const harm = harmOf(this.space, this.state, mistaken)
      this.moments.push({kind: 'mistaken', step: this.code.step, block, harm})
    }
  }

  private act(block: Block, line: EventLine): void {
    this.acting.add(block.host)
    const {step} = this.code
    const result = this.space.after(this.state, line.event, line.index)
    if (result.kind === 'refused') {
      this.refusals.push({
        text: line.text,
        host: block.host,
        code: result.code,
        reason: result.text,
      })
      this.acts.push(`${line.text} on ${block.host}: refused (${result.code})`)
      return
    }
    const unproven = line.evidence.some((one) => this.isProven(one)) ? [] : line.evidence
    const {context} = this
    const {lost} = result
    this.moments.push({kind: 'acted', step, block, line, context, lost, unproven})
    this.acts.push(`${line.text} on ${block.host}`)
    this.state = result.to
    this.context = contextAfter(
      context,
      block,
      lost,
      this.program.deeds.has(line.deed) ? line.deed : undefined,
    )
  }

  private isProven({seen, done}: EventLine['evidence'][number]): boolean {
    if (done && !this.context.done.includes(`${done.sentence}@${done.host}`)) return false
    const facts = Object.entries(seen ?? {}).flatMap(([who, keys]) =>
      Object.entries(keys).map(([key, values]) => ({cell: this.program.cell(who, key), values})),
    )
    return facts.every(({cell, values}) => {
      const value = cell === undefined ? undefined : this.seen.get(cell)
      return typeof value === 'string' && values.includes(value)
    })
  }

  /** Answers the step's question, waiting as long as the answer says to. */
  private answer(blocks: readonly Block[]): void {
    const {step} = this.code
    if (step.outcome && step.choices.length === 0) {
      const verdict = this.space.verdict(this.state)
      this.moments.push({
        kind: 'ended',
        step,
        outcome: step.outcome,
        verdict,
        context: this.context,
      })
      return
    }
    const gone = new Map<string, number>()
    const first = this.judge(gone)
    const judged = first.answer?.choice.wait ? this.wait(blocks, first, gone) : first
    this.moments.push({
      kind: 'answered',
      step,
      ...(judged.answer && {answer: judged.answer.choice}),
      decisions: judged.decisions.map(({choice}) => choice),
      unseen: [...new Set([...first.unseen, ...judged.unseen])],
      refusals: this.refusals,
      mindsRefusal: step.choices.some(mindsRefusal),
    })
    const waited = [...gone.values()].reduce((sum, seconds) => sum + seconds, 0)
    const offers = [...judged.decisions, ...(judged.answer ? [judged.answer] : [])]
    for (const offer of offers) this.take(offer, waited)
  }

  /** Looks again until another choice holds, or the wait is over and its choice gone. */
  private wait(blocks: readonly Block[], first: Judged, waited: Map<string, number>): Judged {
    for (const offer of first.decisions) this.take(offer, 0)
    let judged = first
    for (let choice = first.answer?.choice; choice?.wait; choice = judged.answer?.choice) {
      const {every, max} = choice.wait
      const before = this.state
      this.pass(every)
      for (const block of blocks) if (isReading(block)) this.readAll(block)
      const still = this.state === before
      const sum = still ? max : (waited.get(choice.id) ?? 0) + every
      waited.set(choice.id, Math.min(sum, max))
      judged = this.judge(waited)
    }
    return judged
  }

  private pass(seconds: number): void {
    const line = this.program.wait(seconds)
    const result = this.space.after(this.state, line.event, line.index)
    if (result.kind === 'refused') return
    this.state = result.to
    if (result.lost.length === 0) return
    const {context} = this
    this.moments.push({kind: 'waited', step: this.code.step, context, lost: result.lost})
    this.context = {...context, harmed: context.harmed || !context.destroyed}
  }

  private readAll({lines}: Block): void {
    for (const line of lines) if (line.kind === 'read') this.read(line.cells)
  }

  private judge(waited: ReadonlyMap<string, number>): Judged {
    const facts = this.code.asked.map(
      (cell) => this.seen.get(cell) ?? (this.seen.has(cell) ? '∅' : '?'),
    )
    const refused = this.refusals.map(({host, code}) => `${host}${code}`).join()
    const acting = [...this.acting].join()
    const over = [...waited].filter(([id, seconds]) => this.isOver(id, seconds)).map(([id]) => id)
    const roles = Object.entries(this.context.roles).join(';')
    const key = [this.index, roles, facts.join('|'), refused, acting, over.join()].join('\n')
    const known = this.judgements.get(key)
    if (known) return known
    const judged = judgeStep(this.code, this.sight(), this.context.roles, waited)
    this.judgements.set(key, judged)
    return judged
  }

  private isOver(id: string, seconds: number): boolean {
    const choice = this.code.step.choices.find((one) => one.id === id)
    return choice?.wait !== undefined && seconds >= choice.wait.max
  }

  /** What the responder has seen; a host that a command of this step ran on has refused it, or not. */
  private sight(): Sight {
    const seen = new Map(this.seen)
    const refused = new Map(this.refusals.map(({host, code}) => [host, code]))
    const acting = new Set(this.acting)
    return (host, key) => {
      if (key === 'refused') {
        return acting.size === 0 || host === undefined ? undefined : (refused.get(host) ?? null)
      }
      const cell = this.program.cell(host ?? 'cluster', key)
      return cell === undefined ? undefined : seen.get(cell)
    }
  }

  private take({choice, facts, roles}: Offer, waited: number): void {
    const {plan, step} = this.code
    const bound = bindRoles(
      plan,
      {bindings: {hosts: {}, values: {}, roles: this.context.roles}},
      choice,
      {roles},
    )
    if ('problem' in bound) return
    const exchanged = Object.entries(bound.bound).some(
      ([role, host]) => (this.context.roles[role] ?? host) !== host,
    )
    if (exchanged && this.context.again) {
      this.moments.push({kind: 'third-round', step, choice})
      return
    }
    const target = this.program.find(choice.target.runbook ?? plan.name, choice.target.step)
    if (target === undefined) {
      this.moments.push({kind: 'left', step, choice})
      return
    }
    const context: Context = {
      ...this.context,
      roles: bound.bound,
      known: this.remembered(target),
      chosen: this.context.chosen || (!choice.condition && choice.bindings.length > 0),
      again: this.context.again || exchanged,
    }
    this.ways.push({choice, facts, waited, step: target, state: this.state, context})
  }

  private remembered(target: number): ReadonlyMap<number, string | null> {
    const {live} = this.program.steps[target]!
    return new Map([...this.seen].filter(([cell]) => live.has(cell)))
  }
}

function contextAfter(
  context: Context,
  block: Block,
  lost: readonly string[],
  deed: string | undefined,
): Context {
  const known = deed === undefined || context.done.includes(deed)
  const allowed = whyNotDestroy(block, context) === undefined
  return {
    ...context,
    done: known ? context.done : [...context.done, deed],
    destroyed: context.destroyed || allowed,
    harmed: context.harmed || (lost.length > 0 && !allowed),
  }
}

function isReading({command}: Block): boolean {
  return command.effect === 'read'
}

function mindsRefusal({condition}: PlanChoice): boolean {
  return condition?.kind === 'terms' && condition.terms.some(({key}) => key === 'refused')
}

/** Judges the choices of a step, from the top, as the machine does. */
function judgeStep(
  {plan, step}: StepCode,
  sight: Sight,
  roles: Context['roles'],
  waited: ReadonlyMap<string, number>,
): Judged {
  const state = {
    step: step.id,
    bindings: {hosts: {}, values: {}, roles},
    waited: Object.fromEntries(waited),
  } as unknown as State
  const offers = judgeChoices(plan, state, sight).filter(({gone}) => gone === undefined)
  const decisions = offers.filter(({choice}) => choice.condition === undefined)
  const open = offers.find(({holds}) => holds === 'unknown' || holds === 'yes')
  if (open?.holds !== 'unknown') return {...(open && {answer: open}), decisions, unseen: []}
  const unseen = open.facts.filter(({holds}) => holds === 'unknown')
  const names = unseen.map(({key, host}) => `${key} of ${host ?? 'the cluster'}`)
  const answer = offers.find(({holds}) => holds === 'yes')
  return {...(answer && {answer}), decisions, unseen: names}
}
