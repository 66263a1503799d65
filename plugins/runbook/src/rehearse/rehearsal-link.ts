import {contentVersion} from '../model/content-version.ts'
import type {Plan} from '../model/plan.ts'
import {act, type Action, beginRehearsal, type Rehearsal} from './rehearsal.ts'
import {decode, fragmentStart, type RehearsalLink} from './parse-rehearsal.ts'
import type {RehearsedSystem} from './rehearsed-system.ts'
import type {Covering} from './scenario.ts'

/**
 * The fragment of an address that leads to this rehearsal: `#rehearsal?s=SEED&r=RUNBOOK&v=…&a=…`,
 * with `&e=1` to what came of it.
 */
export function formatRehearsal<State, Event>(
  rehearsal: Rehearsal<State, Event>,
  isOver = false,
): string {
  const {setting, system, turns} = rehearsal
  const fields = [
    `s=${setting.seed}`,
    ...(setting.runbook === undefined ? [] : [`r=${encodeURIComponent(setting.runbook)}`]),
    `v=${versionOf(rehearsal)}`,
    ...(turns.length ? [`a=${turns.map(({action}) => code(system.hosts, action)).join('~')}`] : []),
    ...(isOver ? ['e=1'] : []),
  ]
  return fragmentStart + fields.join('&')
}

/** `w60` waits; otherwise the number of the host, or `x` for another machine, and what was typed. */
function code(hosts: readonly string[], action: Action): string {
  if (action.kind === 'wait') return `w${action.seconds}`
  const host = hosts.indexOf(action.host)
  const text = encodeURIComponent(action.text).replaceAll('~', '%7E')
  return `${host === -1 ? 'x' : host}${text}`
}

/** One action of a link; nothing where it names no console. */
function actionOf(hosts: readonly string[], text: string): Action[] {
  const place = text.charAt(0)
  if (place === 'w') return [{kind: 'wait', seconds: Number(text.slice(1))}]
  const host = place === 'x' ? 'elsewhere' : hosts[Number(place)]
  return host === undefined ? [] : [{kind: 'type', host, text: decode(text.slice(1))}]
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
  const all = actions.flatMap((text) => actionOf(system.hosts, text))
  return {rehearsal: all.reduce<Rehearsal<State, Event>>(act, begun), isChanged}
}

function versionOf<State, Event>({system, scenario}: Rehearsal<State, Event>): string {
  const {past, world} = scenario
  return contentVersion([past, system.canonical(world.state)]).slice(-6)
}
