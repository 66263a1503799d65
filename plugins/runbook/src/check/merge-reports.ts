import type {DangerMark, UntakenChoice} from '../verified/verification.ts'
import type {CheckReport, Counterexample, RunbookReport} from './report.ts'

/** Puts the reports of all parts of one check together. */
export function mergeReports(parts: readonly [CheckReport, ...CheckReport[]]): CheckReport {
  const runbooks = parts[0].runbooks.map(({runbook}) => {
    const same = parts.flatMap((part) => part.runbooks.filter((one) => one.runbook === runbook))
    return same.reduce(mergeRunbooks)
  })
  return {...parts[0], runbooks, undecided: sum(parts.map(({undecided}) => undecided))}
}

function mergeRunbooks(a: RunbookReport, b: RunbookReport): RunbookReport {
  return {
    runbook: a.runbook,
    states: a.states + b.states,
    settings: [...new Set([...a.settings, ...b.settings])].sort((one, other) => one - other),
    transitions: a.transitions + b.transitions,
    counterexamples: mergeAll([...a.counterexamples, ...b.counterexamples], atSameStep, shorter),
    held: a.held.filter((id) => b.held.includes(id)),
    escalating: [...a.escalating, ...b.escalating],
    mayEscalate: a.mayEscalate + b.mayEscalate,
    dangers: mergeAll([...a.dangers, ...b.dangers], atSameStep, worse),
    unreached: a.unreached.filter((id) => b.unreached.includes(id)),
    untaken: mergeUntaken(a, b),
    answers: [...new Set([...a.answers, ...b.answers])].sort(),
    ends: {
      done: a.ends.done + b.ends.done,
      serving: a.ends.serving + b.ends.serving,
      escalate: a.ends.escalate + b.ends.escalate,
    },
    unproven: a.unproven,
  }
}

/** Untaken in both parts; what one part did not even reach, the other one decides. */
function mergeUntaken(a: RunbookReport, b: RunbookReport): UntakenChoice[] {
  const isOut = ({step, choice}: UntakenChoice, {unreached, untaken}: RunbookReport): boolean =>
    untaken.some((one) => one.step === step && one.choice === choice) || unreached.includes(step)
  const ofBoth = a.untaken.filter((one) => isOut(one, b))
  return [...ofBoth, ...b.untaken.filter(({step}) => a.unreached.includes(step))]
}

function mergeAll<T>(
  all: readonly T[],
  isSame: (a: T, b: T) => boolean,
  merge: (a: T, b: T) => T,
): T[] {
  const merged: T[] = []
  for (const one of all) {
    const at = merged.findIndex((other) => isSame(one, other))
    if (at === -1) merged.push(one)
    else merged[at] = merge(merged[at]!, one)
  }
  return merged
}

interface AtStep {
  readonly runbook: string
  readonly step: string
  readonly property?: string
}

function atSameStep(a: AtStep, b: AtStep): boolean {
  return a.runbook === b.runbook && a.step === b.step && a.property === b.property
}

function shorter(a: Counterexample, b: Counterexample): Counterexample {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a]
  return {...short, times: short.times + long.times}
}

function worse(a: DangerMark, b: DangerMark): DangerMark {
  return {
    ...a,
    destroys: a.destroys || b.destroys,
    destroysElsewhere: a.destroysElsewhere || b.destroysElsewhere,
    stopsService: a.stopsService || b.stopsService,
    dangers: [...new Set([...a.dangers, ...b.dangers])],
  }
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, number) => all + number, 0)
}
