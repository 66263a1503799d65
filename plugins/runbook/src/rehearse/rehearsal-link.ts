import {contentVersion} from '../model/content-version.ts'
import type {Plan} from '../model/plan.ts'
import {act, type Action, beginRehearsal, type Rehearsal, type Setting} from './rehearsal.ts'
import type {RehearsedSystem} from './rehearsed-system.ts'
import type {Covering} from './scenario.ts'

/** A rehearsal as a link carries it: all that is needed to come to the same place again. */
export interface RehearsalLink {
  readonly setting: Setting
  readonly actions: readonly Action[]
  /** Tells whether the system still breaks in the way it did when the link was made. */
  readonly version?: string
}

const head = '#rehearsal?'

/** The fragment of an address that leads to this rehearsal: `#rehearsal?s=SEED&r=RUNBOOK&v=…&a=…`. */
export function formatRehearsal<State, Event>(rehearsal: Rehearsal<State, Event>): string {
  const {setting, system, turns} = rehearsal
  const fields = [
    `s=${setting.seed}`,
    ...(setting.runbook === undefined ? [] : [`r=${encodeURIComponent(setting.runbook)}`]),
    `v=${versionOf(rehearsal)}`,
    ...(turns.length ? [`a=${turns.map(({action}) => code(system.hosts, action)).join('~')}`] : []),
  ]
  return head + fields.join('&')
}

/** `w60` waits; otherwise the number of the host, or `x` for another machine, and what was typed. */
function code(hosts: readonly string[], action: Action): string {
  if (action.kind === 'wait') return `w${action.seconds}`
  const host = hosts.indexOf(action.host)
  const text = encodeURIComponent(action.text).replaceAll('~', '%7E')
  return `${host === -1 ? 'x' : host}${text}`
}

/** Reads such a fragment, which anybody may have written; undefined if it is none. */
export function parseRehearsal(
  fragment: string,
  hosts: readonly string[],
): RehearsalLink | undefined {
  if (!fragment.startsWith(head)) return undefined
  const pairs = fragment.slice(head.length).split('&')
  const field = (name: string) => pairs.find((pair) => pair.startsWith(`${name}=`))?.slice(2)
  const seed = Number(field('s'))
  if (!isSeed(seed)) return undefined
  const runbook = field('r')
  const version = field('v')
  const actions = (field('a') ?? '').split('~').filter(Boolean)
  return {
    setting: {seed, ...(runbook !== undefined && {runbook: decode(runbook)})},
    actions: actions.flatMap((one) => actionOf(hosts, one)),
    ...(version !== undefined && {version}),
  }
}

/** Whether a number can be the seed of a rehearsal. */
export const isSeed = (seed: number): boolean => Number.isSafeInteger(seed) && seed >= 0

function actionOf(hosts: readonly string[], text: string): Action[] {
  const place = text.charAt(0)
  if (place === 'w') return [{kind: 'wait', seconds: Number(text.slice(1))}]
  const host = place === 'x' ? 'elsewhere' : hosts[Number(place)]
  return host === undefined ? [] : [{kind: 'type', host, text: decode(text.slice(1))}]
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/**
 * Does again what a link says.
 *
 * @returns the rehearsal, and whether it is another one now: the system or its scenarios changed.
 */
export function resumeRehearsal<State, Event>(
  system: RehearsedSystem<State, Event>,
  {setting, actions, version}: RehearsalLink,
  runbooks: readonly Covering[] | readonly Plan[],
): {readonly rehearsal: Rehearsal<State, Event>; readonly isChanged: boolean} | undefined {
  const begun = beginRehearsal(system, setting, runbooks)
  if (!begun) return undefined
  const isChanged = version !== undefined && version !== versionOf(begun)
  return {rehearsal: actions.reduce<Rehearsal<State, Event>>(act, begun), isChanged}
}

function versionOf<State, Event>({system, scenario}: Rehearsal<State, Event>): string {
  const {past, world} = scenario
  return contentVersion([past, system.canonical(world.state)]).slice(-6)
}
