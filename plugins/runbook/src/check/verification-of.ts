import type {Plan} from '../model/plan.ts'
import type {SystemModel} from '../model/system-model.ts'
import {checkedText} from '../verified/changed-since.ts'
import type {Escalation, Verification, VerifiedRunbook} from '../verified/verification.ts'
import {fingerprint} from './fingerprint.ts'
import type {CheckReport, EscalatingState, RunbookReport} from './report.ts'

/** What a report says of these runbooks and this model, as a file is to keep it. */
export function verificationOf<State, Event>(
  report: CheckReport,
  model: SystemModel<State, Event>,
  plans: readonly Plan[],
): Verification {
  const {system, faults, states, settings, undecided} = report
  const byName = new Map(plans.map((plan) => [plan.name, plan]))
  return {
    system,
    model: fingerprint(model),
    faults,
    states,
    settings,
    undecided,
    runbooks: report.runbooks.map((one) => verified(one, byName.get(one.runbook)!)),
  }
}

function verified(report: RunbookReport, plan: Plan): VerifiedRunbook {
  const {runbook, states, settings, transitions, held, mayEscalate} = report
  const broken = report.counterexamples.map(({property, runbook, step, reason, story}) => {
    return {property, runbook, step, reason, story}
  })
  return {
    runbook,
    version: plan.version,
    text: checkedText(plan),
    states,
    settings: settings.length,
    transitions,
    held,
    broken,
    escalating: grouped(report.escalating),
    mayEscalate,
    dangers: report.dangers,
    unreached: report.unreached,
    untaken: report.untaken,
    answers: report.answers,
    ends: report.ends,
    unproven: report.unproven,
  }
}

/** The states by where they end, those that can end in most ways last. */
function grouped(escalating: readonly EscalatingState[]): Escalation[] {
  const groups = new Map<string, EscalatingState[]>()
  for (const state of escalating) {
    const key = `${state.always} ${state.outcomes.join()}`
    groups.set(key, [...(groups.get(key) ?? []), state])
  }
  const all = [...groups.values()].map((states) => ({
    outcomes: states[0]!.outcomes,
    always: states[0]!.always,
    states: states.length,
    after: [...new Set(states.map(({events}) => events.join('; ')))],
  }))
  return all.sort((a, b) => a.outcomes.length - b.outcomes.length)
}
