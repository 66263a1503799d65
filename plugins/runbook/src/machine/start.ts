import type {Plan} from '../model/plan.ts'
import {checkValue} from './check-value.ts'
import {isHostName, shortName} from './host-name.ts'
import {freeze, type Bindings, type Given, type Misfit, type Replayed} from './state.ts'

/**
 * The state before any answer. What the runbook has no name for is left out without a word, as roles
 * are that come from another runbook; what has a name and cannot be is a misfit.
 */
export function start(plan: Plan, given: Given = {}): Replayed {
  const misfits: Misfit[] = []
  const bindings: Bindings = {
    hosts: startHosts(plan, given, misfits),
    roles: startRoles(plan, given, misfits),
    values: startValues(plan, given, misfits),
  }
  const state = {
    runbook: plan.name,
    version: plan.version,
    step: startStep(plan, given, misfits),
    bindings,
    given: {...given},
    answers: [],
    waited: {},
  }
  return freeze({state, misfits})
}

/** Names must be told apart by `hostname -s`, or a guard could not; if they cannot, none is taken. */
function startHosts({head}: Plan, {hosts = {}}: Given, misfits: Misfit[]) {
  const named = head.hosts.map((host) => {
    const name = own(hosts, host)
    if (name === undefined || isHostName(name)) return [host, name ?? host] as const
    misfits.push({kind: 'host', name: host, reason: `\`${name.slice(0, 40)}\` is no host name`})
    return [host, host] as const
  })
  const short = named.map(([, name]) => shortName(name).toLowerCase())
  const twin = short.findIndex((name, index) => short.indexOf(name) < index)
  if (twin === -1) return Object.fromEntries(named)
  const [host, name] = named[twin]!
  misfits.push({kind: 'host', name: host, reason: `${name} is the other host's name too`})
  return Object.fromEntries(head.hosts.map((placeholder) => [placeholder, placeholder]))
}

function startRoles({head}: Plan, {roles = {}}: Given, misfits: Misfit[]) {
  const bound: Record<string, string> = {}
  for (const role of head.roles) {
    const host = own(roles, role)
    if (host === undefined) continue
    if (head.hosts.includes(host)) bound[role] = host
    else
      misfits.push({kind: 'role', name: role, reason: `${role} cannot be \`${host.slice(0, 40)}\``})
  }
  return bound
}

function startValues({head}: Plan, {values = {}}: Given, misfits: Misfit[]) {
  const filled: Record<string, string> = {}
  for (const spec of head.values) {
    const value = own(values, spec.name)
    const reason = value === undefined ? undefined : checkValue(spec, value)
    if (reason !== undefined) misfits.push({kind: 'value', name: spec.name, reason})
    const taken = reason === undefined && value !== undefined ? value : spec.default
    if (taken !== undefined) filled[spec.name] = taken
  }
  return filled
}

function startStep({steps}: Plan, {step}: Given, misfits: Misfit[]): string {
  const first = steps[0]!.id
  if (step === undefined || steps.some(({id}) => id === step)) return step ?? first
  misfits.push({kind: 'step', name: step, reason: `There is no step ${step.slice(0, 80)}`})
  return first
}

/** A field of an untrusted record, never one that it inherits. */
function own(record: Readonly<Record<string, string>>, key: string): string | undefined {
  const value: unknown = Object.hasOwn(record, key) ? record[key] : undefined
  return typeof value === 'string' ? value : undefined
}
