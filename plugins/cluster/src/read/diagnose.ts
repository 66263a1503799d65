import type {Observation, Observations, Plan, Reading} from '@handrail/runbook'
import {
  type Offer,
  type State,
  currentStep,
  evaluate,
  offers,
  sightOf,
  start,
  step,
} from '@handrail/runbook/machine'

/** A runbook made for what was seen, and the step at which what was seen leaves off. */
export interface Fit {
  readonly runbook: string
  readonly title: string
  readonly step: string
  readonly stepTitle: string
}

/** What is going on, by what was read. */
export interface Diagnosis {
  /** The state in plain words. */
  readonly state: readonly string[]
  /** What it means and what to beware of. */
  readonly meaning: readonly string[]
  /** The runbooks whose states hold of what was seen, in the order in which they were handed in. */
  readonly fits: readonly Fit[]
}

interface Sign {
  readonly shows: (all: readonly Observation[], cluster: Observation) => boolean
  readonly meaning: string
}

const some =
  (key: string, ...values: string[]) =>
  (all: readonly Observation[]) =>
    all.some((seen) => values.includes(seen[key] ?? ''))

const both = (key: string, value: string) => (all: readonly Observation[]) =>
  all.length === 2 && all.every((seen) => seen[key] === value)

/** Signs and what they mean, the most pressing first. */
const signs: readonly Sign[] = [
  {
    shows: (all, cluster) => cluster.newer === 'diverged' || some('log', 'split-unresolved')(all),
    meaning:
      'Split brain: each host has changes the other lacks. Do not connect or reboot before somebody has decided whose data is kept.',
  },
  {
    shows: both('ro', 'Primary'),
    meaning: 'Both hosts are Primary: whatever is written now will be lost on one side.',
  },
  {
    shows: both('vip', 'yes'),
    meaning:
      'Both hosts carry the virtual IP: they do not hear each other, or one of them is stuck.',
  },
  {
    shows: some('log', 'split-solved'),
    meaning:
      'A split brain was resolved by the kernel or by a command: find out what was discarded.',
  },
  {
    shows: both('ro', 'Secondary'),
    meaning:
      'Nobody is Primary, so nobody serves. The number of marked blocks does not say whose data is newer; the generation identifiers do.',
  },
  {
    shows: (all) => all.some((seen) => seen.ds === 'Inconsistent' && seen.cs !== 'SyncTarget'),
    meaning:
      'A disk holds a mixture of old and new blocks. Promoting it by force declares that mixture current.',
  },
  {
    shows: (all) => all.some((seen) => seen.ro === 'Secondary' && seen.cs === 'WFConnection'),
    meaning:
      'A Secondary on its own may have missed writes, whatever it shows: UpToDate is what it believes. Make sure that its peer is off before it is promoted.',
  },
  {
    shows: some('cs', 'StandAlone'),
    meaning:
      'A host is StandAlone: it will not connect again by itself, and there is a reason for it.',
  },
  {
    shows: some('ds', 'Diskless'),
    meaning: 'A host works without a disk of its own: there is one copy of the data left.',
  },
  {
    shows: some('status', 'inconsistent'),
    meaning:
      'The cluster script has not done what keepalived asked for: it is still trying, or has given up.',
  },
  {shows: some('space', 'full'), meaning: 'A full disk stops services, and transitions too.'},
  {
    shows: some('reach', 'no'),
    meaning:
      'A host that does not answer may still run and write. Only cutting its power makes sure.',
  },
]

/** Follows what was seen from the start of the runbook to the first step that needs more. */
function follow(plan: Plan, observations: Observations): State {
  let {state} = start(plan)
  for (let steps = 0; steps < plan.steps.length; steps++) {
    const offer = offers(plan, state, observations).find(leadsOn)
    if (!offer) return state
    const {choice, roles} = offer
    const next = step(plan, state, {step: state.step, choice: choice.id, roles})
    if (next.misfits.length > 0 || next.state.leaves) return state
    state = next.state
  }
  return state
}

/** What was seen decides the answer, and nothing has to be done before it. */
const leadsOn = ({suggested, choice, openRoles}: Offer): boolean =>
  suggested && !choice.wait && openRoles.length === 0

const covers = ({head}: Plan, observations: Observations): boolean =>
  head.covers.some(
    (condition) =>
      condition.kind === 'terms' &&
      evaluate(condition, sightOf(observations), head, {}).holds === 'yes',
  )

function fit(plan: Plan, observations: Observations): Fit {
  const {id, title} = currentStep(plan, follow(plan, observations))
  return {runbook: plan.name, title: plan.title, step: id, stepTitle: title}
}

/** Says in plain words what was read, what it means, and which runbook and step fit. */
export function diagnose({observations, summary}: Reading, plans: readonly Plan[]): Diagnosis {
  const all = Object.values(observations.hosts)
  return {
    state: summary,
    meaning: signs
      .filter(({shows}) => shows(all, observations.cluster))
      .map(({meaning}) => meaning),
    fits: plans.filter((plan) => covers(plan, observations)).map((plan) => fit(plan, observations)),
  }
}
