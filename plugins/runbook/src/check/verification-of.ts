import type {Plan} from '../model/plan.ts'
import type {SystemModel} from '../model/system-model.ts'
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
  const versions = new Map(plans.map(({name, version}) => [name, version]))
  return {
    system,
    model: fingerprint(model),
    faults,
    states,
    settings,
    undecided,
    runbooks: report.runbooks.map((one) => verified(one, versions.get(one.runbook) ?? '')),
  }
}

function verified(report: RunbookReport, version: string): VerifiedRunbook {
  const {runbook, states, settings, transitions, held, mayEscalate} = report
  const broken = report.counterexamples.map(({property, runbook, step, reason, story}) => {
    return {property, runbook, step, reason, story}
  })
  return {
    runbook,
    version,
    states,
    settings: settings.length,
    transitions,
    held,
    broken,
    escalating: grouped(report.escalating),
    mayEscalate,
    dangers: report.dangers,
    unreached: report.unreached,
    unproven: report.unproven,
  }
}

/** The states by where they end, those that can end in most ways last. */
function grouped(escalating: readonly EscalatingState[]): Escalation[] {
  const groups = new Map<string, {outcomes: readonly string[]; always: boolean; states: string[]}>()
  for (const {events, outcomes, always} of escalating) {
    const key = `${always} ${outcomes.join()}`
    const group = groups.get(key) ?? {outcomes, always, states: []}
    groups.set(key, group)
    group.states.push(events.join('; '))
  }
  return [...groups.values()].sort((a, b) => a.outcomes.length - b.outcomes.length)
}
