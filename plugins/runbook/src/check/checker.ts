import type {Plan, PlanChoice} from '../model/plan.ts'
import type {CheckOptions} from './check.ts'
import {coverOf} from './cover.ts'
import type {DangerMark, UntakenChoice, WhyUntaken} from '../verified/verification.ts'
import {DangerMarks} from './danger-marks.ts'
import {Ends, type EndMasks} from './ends.ts'
import {Findings, type Start} from './findings.ts'
import {endBits, goodEnds, Product, type NodeId} from './product.ts'
import {Program} from './program.ts'
import {properties} from './properties/index.ts'
import {useful} from './properties/p9-useful.ts'
import type {Reach} from './reach.ts'
import {findRepair} from './repair.ts'
import type {EscalatingState, RunbookReport} from './report.ts'
import {eventsTo} from './story.ts'
import {minds} from './visit.ts'
import {firmlyReachable, walk, wayToEnd} from './walk.ts'

/** Checks runbooks one after the other; what was followed for one is known for the next. */
export class Checker {
  undecided = 0
  private readonly reach: Reach
  private readonly options: Pick<CheckOptions, 'triage' | 'repair' | 'part'>
  readonly product: Product
  private readonly ends: Ends
  private readonly marks = new DangerMarks()

  constructor(
    reach: Reach,
    plans: readonly Plan[],
    options: Pick<CheckOptions, 'triage' | 'repair' | 'part'> = {},
  ) {
    this.reach = reach
    this.options = options
    const program = new Program(reach.space, plans)
    const planOf = new Map(
      plans.flatMap((plan) => plan.steps.map((step) => [step, plan.name] as const)),
    )
    this.product = new Product(reach.space, program, (moment) => {
      this.marks.hear(planOf.get(moment.step)!, moment)
    })
    this.ends = new Ends(this.product)
  }

  report(plan: Plan): Omit<RunbookReport, 'dangers' | 'unreached' | 'untaken' | 'answers'> {
    const starts = this.startsOf(plan)
    const masks = starts.map(({node}) => this.ends.masksOf(node))
    const found = new Findings(this.product, this.reach)
    const paths = walk(this.product, starts, (node) => this.findAt(node, found))
    const isTriage = plan.name === this.options.triage
    if (isTriage) this.judgeUse(plan, starts, masks, found)
    const asked = properties.filter((property) => isTriage || property !== useful)
    const counterexamples = found.tell(paths, starts)
    const escalating = starts.flatMap((start, index) => this.escalating(start, masks[index]!))
    const may = masks.filter(({all, firm}) => all & endBits.escalate && !(firm & endBits.escalate))
    const broken = new Set(counterexamples.map(({property}) => property))
    return {
      runbook: plan.name,
      states: starts.length,
      settings: [...new Set(starts.map(({at}) => this.reach.states[at]!.setting))],
      transitions: paths.transitions,
      counterexamples,
      held: asked.map(({id}) => id).filter((id) => !broken.has(id)),
      escalating,
      ends: {
        done: countEnds(masks, endBits.done),
        serving: countEnds(masks, endBits.serving),
        escalate: countEnds(masks, endBits.escalate),
      },
      mayEscalate: may.length,
      unproven: plan.head.unproven,
    }
  }

  /** The danger marks of a runbook's steps, complete when all runbooks have been followed. */
  dangersOf(plan: Plan): readonly DangerMark[] {
    return this.marks.of(plan.name)
  }

  /** The steps of a runbook that were not reached, when all runbooks have been followed. */
  unreachedOf(plan: Plan): readonly string[] {
    const {program} = this.product
    const ids = plan.steps.map(({id}) => id)
    return ids.filter((id) => !this.product.reached.has(program.find(plan.name, id)!))
  }

  /** The choices of its reached steps that were not taken, when all runbooks have been followed. */
  untakenOf(plan: Plan): readonly UntakenChoice[] {
    const {program, reached, taken} = this.product
    return plan.steps.flatMap(({id, choices}) => {
      const step = program.find(plan.name, id)!
      const left = choices.filter(
        (choice) => !choice.wait && reached.has(step) && !taken.has(`${step}.${choice.id}`),
      )
      const isFirst = id === plan.steps[0]?.id
      return left.map((choice) => ({step: id, choice: choice.id, why: whyUntaken(choice, isFirst)}))
    })
  }

  /** What was answered, can be decided or is waited for, when all runbooks have been followed. */
  answersOf(plan: Plan): readonly string[] {
    const {program, taken} = this.product
    return plan.steps.flatMap(({id, choices}) => {
      const step = program.find(plan.name, id)!
      return choices
        .filter(({id, condition, wait}) => wait || !condition || taken.has(`${step}.${id}`))
        .map((choice) => answerText(id, choice))
    })
  }

  /** The states for which one of `covers` holds, and their mirror images. */
  startsOf(plan: Plan): Start[] {
    const first = this.product.program.find(plan.name)!
    const {space, states} = this.reach
    const isCovered = coverOf(plan, space, this.product.program)
    return states.flatMap(({id, length}, at) => {
      const images = this.isMine(at) ? [...new Set([id, space.mirror(id)])] : []
      return images.filter(isCovered).map((state) => ({
        node: this.product.begin(first, state),
        state,
        at,
        mirrored: state !== id,
        length,
      }))
    })
  }

  /** Whether a reached state is in the part that is to be checked: neighbours stay together. */
  private isMine(at: number): boolean {
    const {part} = this.options
    return !part || Math.floor((at * part.of) / this.reach.states.length) === part.index
  }

  private findAt(node: NodeId, found: Findings): void {
    for (const finding of this.product.findingsAt(node)) found.add(finding, node)
    if (!this.ends.loops.has(node)) return
    const {step} = this.product.program.steps[this.product.stepOf(node)]!
    found.judge({kind: 'looped', step, acts: []}, node)
  }

  /** P9: triage covers everything, and what can be repaired it leads to a good end. */
  private judgeUse(
    plan: Plan,
    starts: readonly Start[],
    masks: readonly EndMasks[],
    found: Findings,
  ): void {
    const first = this.product.program.find(plan.name)!
    const covered = new Set(starts.map(({at}) => at))
    this.reach.states.forEach(({id}, at) => {
      if (covered.has(at) || !this.isMine(at)) return
      const node = this.product.begin(first, id)
      const moment = {kind: 'uncovered', step: plan.steps[0]!, acts: []} as const
      found.judge(moment, node, {at, mirrored: false, way: [node]})
    })
    starts.forEach((start, index) => {
      if (masks[index]!.firm & ~goodEnds) this.judgeEnd(start, found)
    })
  }

  private judgeEnd(start: Start, found: Findings): void {
    const options = this.options.repair ?? {events: 12, states: 20_000}
    const repair = findRepair(this.reach.space, start.state, options)
    if (repair.kind === 'undecided') this.undecided++
    if (repair.kind !== 'possible') return
    const way = wayToEnd(this.product, start.node, ~goodEnds)
    const end = way.at(-1)!
    const {step} = this.product.program.steps[this.product.stepOf(end)]!
    found.judge({kind: 'unrepaired', step, repair: repair.events, acts: []}, end, {...start, way})
  }

  /** The start, if what it leads to without a decision to give up includes `Escalate:`. */
  private escalating({node, at, mirrored}: Start, {firm}: EndMasks): EscalatingState[] {
    if (!(firm & endBits.escalate)) return []
    const outcomes = [...firmlyReachable(this.product, node)]
      .filter((one) => this.product.endsAt(one) & endBits.escalate)
      .map((end) => {
        const {plan, step} = this.product.program.steps[this.product.stepOf(end)]!
        return `${plan.name}#${step.id}`
      })
    return [
      {
        events: eventsTo(this.reach, at, mirrored),
        outcomes: [...new Set(outcomes)].sort(),
        always: !(firm & goodEnds),
      },
    ]
  }
}

function countEnds(masks: readonly EndMasks[], end: number): number {
  return masks.filter(({firm}) => firm & end).length
}

function whyUntaken(choice: PlanChoice, isFirst: boolean): WhyUntaken {
  if (minds(choice)) return 'refusal'
  if (isFirst) return 'not-covered'
  return choice.condition?.kind === 'else' ? 'else' : 'not-seen'
}

/** A choice as an error in the text would change it: what it binds or waits for, where it leads. */
function answerText(step: string, {id, bindings, wait, target}: PlanChoice): string {
  const bound = bindings.map(({role, to}) => `${role}=${to} `).join('')
  const waits = wait ? `wait ${wait.every}s max ${wait.max}s ` : ''
  return `${step}.${id}: ${bound}${waits}→ ${target.runbook ?? ''}#${target.step ?? ''}`
}
