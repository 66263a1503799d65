import type {Plan} from '../model/plan.ts'
import type {SystemModel} from '../model/system-model.ts'
import {Checker} from './checker.ts'
import {reachStates, type Reach} from './reach.ts'
import type {RepairOptions} from './repair.ts'
import type {CheckReport} from './report.ts'

/** What to check, and how far. */
export interface CheckOptions {
  /** Faults before somebody opens a runbook. */
  readonly faults: number
  /** Names of the runbooks to report on; all if absent. All are followed where others lead to them. */
  readonly only?: readonly string[]
  /**
   * Starts only from one of so many parts of the states, for several processes to share the work;
   * `mergeReports` puts their reports together.
   */
  readonly part?: {readonly index: number; readonly of: number}
  /** Name of the runbook that covers every state; property P9 is asked of it. */
  readonly triage?: string
  /** The states of the same model within the same faults, where several checks share them. */
  readonly reach?: Reach
  /** How far to look for a repair, for P9; twelve events among 20,000 states if absent. */
  readonly repair?: RepairOptions
  /** Hears how far it is. */
  readonly progress?: (progress: CheckProgress) => void
}

/** How far a check is. */
export interface CheckProgress {
  readonly phase: 'reach' | 'follow'
  readonly runbook?: string
  readonly done: number
  readonly of: number
}

/**
 * Follows every runbook with honest answers from every state the environment can lead to that it
 * covers, and judges the properties P1 to P9 at every moment.
 */
export function check<State, Event>(
  model: SystemModel<State, Event>,
  plans: readonly Plan[],
  options: CheckOptions,
): CheckReport {
  options.progress?.({phase: 'reach', done: 0, of: 1})
  const reach = options.reach ?? reachStates(model, {faults: options.faults})
  options.progress?.({phase: 'reach', done: 1, of: 1})
  const checker = new Checker(reach, plans, options)
  const wanted = plans.filter(({name}) => options.only?.includes(name) ?? true)
  const reports = wanted.map((plan, index) => {
    options.progress?.({phase: 'follow', runbook: plan.name, done: index, of: wanted.length})
    return checker.report(plan)
  })
  const runbooks = reports.map((report, index) => ({
    ...report,
    dangers: checker.dangersOf(wanted[index]!),
    unreached: checker.unreachedOf(wanted[index]!),
    untaken: checker.untakenOf(wanted[index]!),
    answers: checker.answersOf(wanted[index]!),
  }))
  const {faults} = options
  const {states, settings} = reach
  return {
    system: model.name,
    faults,
    states: states.length,
    settings,
    runbooks,
    undecided: checker.undecided,
  }
}
