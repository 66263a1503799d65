import {matchesCode, type Fact} from '../machine/evaluate.ts'
import type {Term} from '../model/condition.ts'
import type {PlanChoice} from '../model/plan.ts'
import type {Context} from './context.ts'
import type {Harms} from './harm.ts'
import type {Judged, Option, StepJudge} from './judge-step.ts'
import {whyNotDestroy} from './may-destroy.ts'
import type {Moment, RefusedLine} from './moment.ts'
import type {Block, Line, Look, Program, StepCode} from './program.ts'
import type {StateId, StateSpace} from './state-space.ts'
import {distinct, standAlike, type Act, type Seen, type Thread} from './thread.ts'

/** Where a step can lead. */
export interface Way {
  readonly choice: PlanChoice
  /** The facts that made it the answer; empty for a decision of the responder. */
  readonly facts: readonly Fact[]
  /** What was carried out before. */
  readonly acts: readonly Act[]
  /** Seconds waited before it was taken. */
  readonly waited: number
  /** Number of the step it leads to. */
  readonly step: number
  readonly state: StateId
  readonly context: Context
}

/** What happens at a step when it is followed honestly, by all courses that reality leaves open. */
export interface Visit {
  readonly moments: readonly Moment[]
  readonly ways: readonly Way[]
  /** Whether some course ends here without an answer. */
  readonly stuck: boolean
}

/** What following a step needs to know; the same for all steps. */
export interface Surroundings {
  readonly space: StateSpace
  readonly program: Program
  readonly judge: Pick<StepJudge, 'judge'>
  readonly harms: Harms
}

type EventLine = Extract<Line, {kind: 'event'}>

/** Follows one step honestly from a state of everything. */
export class StepVisit {
  private readonly around: Surroundings
  private readonly index: number
  private readonly code: StepCode
  private readonly moments: Moment[] = []
  private readonly ways: Way[] = []
  private stuck = false

  constructor(around: Surroundings, index: number) {
    this.around = around
    this.index = index
    this.code = around.program.steps[index]!
  }

  run(state: StateId, context: Context): Visit {
    const {program} = this.around
    const script = program.scriptOf(this.index, context.rolesKey, context.roles)
    if (typeof script === 'string') {
      this.moments.push({kind: 'unbound', step: this.code.step, role: script, acts: []})
      return {moments: this.moments, ways: [], stuck: true}
    }
    let threads: readonly Thread[] = [this.begin(state, context)]
    for (const phase of script.phases) {
      threads =
        phase.kind === 'look'
          ? threads.map((thread) => this.look(thread, phase.look))
          : this.carryOutAll(phase.blocks, threads)
    }
    this.answerAll(threads, script.again)
    return {moments: this.moments, ways: this.ways, stuck: this.stuck}
  }

  private begin(state: StateId, context: Context): Thread {
    const {slots, slotOf, live} = this.code
    const seen: (string | null | undefined)[] = slots.map(() => undefined)
    live.forEach((cell, at) => (seen[slotOf[cell]!] = context.known[at]))
    return {state, context, seen, refusals: [], tried: [], acts: [], waited: {}}
  }

  /** A command on the hosts it runs on, in every order, for the responder may take any. */
  private carryOutAll(blocks: readonly Block[], threads: readonly Thread[]): readonly Thread[] {
    const orders = blocks.length > 1 ? [blocks, blocks.toReversed()] : [blocks]
    const results = orders.flatMap((order) =>
      order.reduce(
        (some, block) => some.flatMap((thread) => this.carryOut(block, thread)),
        threads,
      ),
    )
    return distinct(results)
  }

  /** After a refusal nothing more is changed at this step; what reads is still read. */
  private carryOut(block: Block, thread: Thread): readonly Thread[] {
    this.tryMistakes(block, thread)
    let threads: readonly Thread[] = [thread]
    for (const line of block.lines) {
      if (line.kind === 'read') threads = threads.map((one) => this.lookAt(one, line.cells))
      if (line.kind === 'event') threads = threads.flatMap((one) => this.act(block, line, one))
    }
    if (!block.takesCopy) return threads
    return threads.map((one) =>
      one.refusals.length > 0 ? one : {...one, context: {...one.context, copied: true}},
    )
  }

  private lookAt(thread: Thread, cells: readonly number[]): Thread {
    return this.look(thread, this.around.program.lookAt(this.code, cells))
  }

  private look(thread: Thread, {cells, slots}: Look): Thread {
    const row = this.around.space.row(thread.state)
    const seen = thread.seen.slice()
    for (let at = 0; at < cells.length; at++) seen[slots[at]!] = row[cells[at]!]
    return {...thread, seen}
  }

  private tryMistakes(block: Block, {state, acts}: Thread): void {
    const {step} = this.code
    const {harms} = this.around
    for (const mistaken of block.mistaken) {
      for (const harm of harms.news(state, mistaken)) {
        this.moments.push({kind: 'mistaken', step, block, harm, acts})
      }
    }
    if (block.command.effect === 'read' && block.lines.some(({kind}) => kind === 'event')) {
      const all = block.mistaken.flatMap((mistaken) => harms.of(state, mistaken))
      this.moments.push({kind: 'unguarded', step, block, harms: all, acts})
    }
  }

  private act(block: Block, line: EventLine, thread: Thread): readonly Thread[] {
    if (thread.refusals.length > 0) return [thread]
    const {host} = block
    const tried = thread.tried.includes(host) ? thread.tried : [...thread.tried, host]
    const isProven =
      line.evidence.length === 0 || line.evidence.some((one) => this.isProven(one, thread))
    return this.around.space.after(thread.state, line.index).map((result): Thread => {
      if (result.kind === 'refused') {
        const {code, text: reason} = result
        const refusals = [{text: line.text, host, code, reason}]
        return {
          ...thread,
          tried,
          refusals,
          acts: [...thread.acts, {text: line.text, host, refused: code}],
        }
      }
      const acts = [...thread.acts, {text: line.text, host}]
      const {lost} = result
      const {context} = thread
      const unchosen = block.command.effect === 'destroy' && !context.chosen
      if (lost.length > 0 || !isProven || unchosen) {
        const unproven = isProven ? [] : line.evidence
        this.moments.push({
          kind: 'acted',
          step: this.code.step,
          block,
          line,
          context,
          lost,
          unproven,
          acts,
        })
      }
      const after = this.contextAfter(context, block, line, lost)
      return {...thread, tried, acts, context: after, state: result.to}
    })
  }

  private contextAfter(
    context: Context,
    block: Block,
    line: EventLine,
    lost: readonly string[],
  ): Context {
    const counts = this.around.program.deeds.has(line.deed) && !context.done.includes(line.deed)
    const allowed = whyNotDestroy(block, context) === undefined
    const harmed = lost.length > 0 && !allowed
    if (!counts && !allowed && !harmed) return context
    return {
      ...context,
      ...(counts && {done: [...context.done, line.deed].sort()}),
      ...(allowed && {destroyed: true}),
      ...(harmed && {harmed: true}),
    }
  }

  private isProven({seen = {}, done}: EventLine['evidence'][number], thread: Thread): boolean {
    if (done && !thread.context.done.includes(`${done.sentence}@${done.host}`)) return false
    return Object.entries(seen).every(([who, keys]) =>
      Object.entries(keys).every(([key, values]) => {
        const cell = this.around.program.cell(who, key)
        const value = cell === undefined ? undefined : thread.seen[this.code.slotOf[cell]!]
        return typeof value === 'string' && values.includes(value)
      }),
    )
  }

  /** Answers the step's question on each thread, waiting as long as the answer says to. */
  private answerAll(threads: readonly Thread[], again: Look): void {
    let waiting = threads.flatMap((thread) => this.answer(thread))
    while (waiting.length > 0) {
      waiting = this.lookAgain(waiting, again).flatMap((thread) => this.answer(thread))
    }
  }

  /** Takes the answers; a thread whose answer is to wait is given back with that choice. */
  private answer(thread: Thread): readonly Waiting[] {
    const {step} = this.code
    const {acts, context, refusals} = thread
    if (step.outcome && step.choices.length === 0) {
      const verdict = this.around.space.verdict(thread.state)
      this.moments.push({kind: 'ended', step, outcome: step.outcome, verdict, context, acts})
      return []
    }
    const judged = this.around.judge.judge(this.index, thread)
    const {answer, decisions, unseen} = judged
    const waits = answer?.choice.wait !== undefined
    const mindsRefusal = refusals.every((refusal) =>
      step.choices.some((choice) => mindsThis(choice, refusal, context.roles)),
    )
    if (!mindsRefusal || unseen.length > 0 || isUnanswered(judged)) {
      this.moments.push({
        kind: 'answered',
        step,
        isAnswered: !isUnanswered(judged),
        unseen,
        refusals,
        mindsRefusal,
        acts,
      })
    }
    if (isUnanswered(judged)) this.stuck = true
    for (const option of decisions) this.take(option, thread)
    if (!answer) return []
    if (waits) return [{thread, choice: answer.choice}]
    this.take(answer, thread)
    return []
  }

  /** Lets the time of a wait pass and reads again. A state that stands still waits to its limit. */
  private lookAgain(waiting: readonly Waiting[], again: Look): readonly Thread[] {
    const passed = waiting.flatMap(({thread, choice}) => this.pass(thread, choice))
    const later = passed.map((thread) => this.look(thread, again))
    const isStill = later.every((now) => waiting.some(({thread}) => standAlike(now, thread)))
    return distinct(isStill ? later.map((thread) => waitedOut(thread, this.code)) : later)
  }

  private pass(thread: Thread, choice: PlanChoice): readonly Thread[] {
    const seconds = this.nextInterval(thread, choice)
    const line = this.around.program.wait(seconds)
    const sum = Math.min((thread.waited[choice.id] ?? 0) + seconds, choice.wait!.max)
    const waited = {...thread.waited, [choice.id]: sum}
    return this.around.space.after(thread.state, line.index).map((result): Thread => {
      if (result.kind === 'refused') return {...thread, waited}
      const {lost, to: state} = result
      const {context, acts} = thread
      if (lost.length === 0) return {...thread, waited, state}
      this.moments.push({kind: 'waited', step: this.code.step, context, lost, acts})
      return {
        ...thread,
        waited,
        state,
        context: {...context, harmed: context.harmed || !context.destroyed},
      }
    })
  }

  /** One interval; after the first as many at once as pass before anything changes by itself. */
  private nextInterval({state, waited}: Thread, {id, wait}: PlanChoice): number {
    const {every, max} = wait!
    const so = waited[id]
    if (so === undefined) return every
    const quiet = Math.min(this.around.space.nextChange(state) - 1, max - so)
    return Math.max(1, Math.floor(quiet / every)) * every
  }

  private take({choice, facts, target, roles, rolesKey, exchanges}: Option, thread: Thread): void {
    const {context, acts, state} = thread
    if (exchanges && context.again) return
    if (target === undefined) {
      this.moments.push({kind: 'left', step: this.code.step, choice, acts})
      return
    }
    const next: Context = {
      roles,
      rolesKey,
      known: this.remembered(thread.seen, target),
      done: context.done,
      copied: context.copied,
      chosen: context.chosen || (!choice.condition && choice.bindings.length > 0),
      destroyed: context.destroyed,
      harmed: context.harmed,
      again: context.again || exchanges,
    }
    const waited = Object.values(thread.waited).reduce((sum, seconds) => sum + seconds, 0)
    this.ways.push({choice, facts, acts, waited, step: target, state, context: next})
  }

  private remembered(seen: Seen, target: number): Context['known'] {
    const {slotOf} = this.code
    return this.around.program.steps[target]!.live.map((cell) => seen[slotOf[cell]!])
  }
}

/** A thread whose answer is to wait. */
interface Waiting {
  readonly thread: Thread
  readonly choice: PlanChoice
}

/** The thread at the limit of what it has begun to wait for. */
function waitedOut(thread: Thread, {step}: StepCode): Thread {
  const begun = step.choices.filter(({id, wait}) => wait && thread.waited[id] !== undefined)
  const waited = Object.fromEntries(begun.map(({id, wait}) => [id, wait!.max]))
  return {...thread, waited: {...thread.waited, ...waited}}
}

function isUnanswered({answer, decisions}: Judged): boolean {
  return answer === undefined && decisions.length === 0
}

function refusalTerms({condition}: PlanChoice): readonly Term[] {
  return condition?.kind === 'terms' ? condition.terms.filter(({key}) => key === 'refused') : []
}

/** Whether the choice is there for a refusal. */
export const minds = (choice: PlanChoice): boolean => refusalTerms(choice).length > 0

/** Whether it is there for this one: it asks about that host, and the code is among its values. */
function mindsThis(
  choice: PlanChoice,
  {host, code}: Pick<RefusedLine, 'host' | 'code'>,
  roles: Context['roles'],
): boolean {
  return refusalTerms(choice).some(({who, values}) => {
    if (who.kind === 'host' && who.name !== host) return false
    if (who.kind === 'role' && (roles[who.name] ?? host) !== host) return false
    return matchesCode(values, code)
  })
}
