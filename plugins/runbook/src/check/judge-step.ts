import type {Sight} from '../machine/evaluate.ts'
import {judgeChoices, type Offer} from '../machine/offers.ts'
import type {State} from '../machine/state.ts'
import type {Program} from './program.ts'
import type {Thread} from './thread.ts'

/** The answers to a step's question, as far as they were seen. */
export interface Judged {
  /** The first choice that holds. */
  readonly answer?: Offer
  /** What a responder may decide, whatever was seen. */
  readonly decisions: readonly Offer[]
  /** `KEY of HOST` that was asked for before there was an answer, and that nobody looked at. */
  readonly unseen: readonly string[]
}

/** Judges the choices of steps from the top, as the machine does; what looks alike is judged once. */
export class StepJudge {
  private readonly program: Program
  private readonly known = new Map<string, Judged>()

  constructor(program: Program) {
    this.program = program
  }

  judge(index: number, thread: Thread): Judged {
    const key = this.keyOf(index, thread)
    const known = this.known.get(key)
    if (known) return known
    const judged = this.judgeChoices(index, thread)
    this.known.set(key, judged)
    return judged
  }

  private keyOf(index: number, {context, seen, refusals, tried, waited}: Thread): string {
    const {asked, step} = this.program.steps[index]!
    let key = `${index}\n${context.rolesKey}\n`
    for (const cell of asked) key += `${seen[cell] === undefined ? '?' : (seen[cell] ?? '')}|`
    for (const {host, code} of refusals) key += `${host}${code}`
    key += `\n${tried.length > 0}`
    for (const {id, wait} of step.choices)
      if (wait && (waited[id] ?? 0) >= wait.max) key += `\n${id}`
    return key
  }

  private judgeChoices(index: number, thread: Thread): Judged {
    const {plan, step} = this.program.steps[index]!
    const bindings = {hosts: {}, values: {}, roles: thread.context.roles}
    const state = {step: step.id, bindings, waited: thread.waited} as unknown as State
    const all = judgeChoices(plan, state, sightOf(this.program, thread))
    const offers = all.filter(({gone}) => gone === undefined)
    const decisions = offers.filter(({choice}) => choice.condition === undefined)
    const first = offers.find(({holds}) => holds === 'unknown' || holds === 'yes')
    if (first?.holds !== 'unknown') return {...(first && {answer: first}), decisions, unseen: []}
    const unseen = first.facts
      .filter(({holds}) => holds === 'unknown')
      .map(({key, host}) => `${key} of ${host ?? 'the cluster'}`)
    const answer = offers.find(({holds}) => holds === 'yes')
    return {...(answer && {answer}), decisions, unseen}
  }
}

/** What the responder has seen; a host that something was tried on has refused it, or it has not. */
function sightOf(program: Program, {seen, refusals, tried}: Thread): Sight {
  return (host, key) => {
    if (key === 'refused') {
      const refused = refusals.find((one) => one.host === host)
      return tried.length === 0 ? undefined : (refused?.code ?? null)
    }
    const cell = program.cell(host ?? 'cluster', key)
    return cell === undefined ? undefined : seen[cell]
  }
}
