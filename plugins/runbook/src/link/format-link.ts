import type {Plan} from '../model/plan.ts'
import type {Answer, State} from '../machine/state.ts'
import type {SessionLink} from './session-link.ts'

/** The link of a state of a session: opened, it leads to the same state. */
export function linkOf(plan: Plan, {step, version, given, bindings, answers}: State): string {
  const own = ([name, value]: readonly [string, string]) =>
    value !== name && value !== plan.head.values.find((spec) => spec.name === name)?.default
  const named = (record: Readonly<Record<string, string>>) =>
    Object.fromEntries(Object.entries(record).filter(own))
  return formatLink({
    step,
    version,
    given: {hosts: named(bindings.hosts), values: named(bindings.values), roles: given.roles ?? {}},
    answers,
  })
}

/**
 * Writes `#STEP?v=HASH&h=be1:NAME~be2:NAME&r=ROLE:be1&s=VALUE:TEXT&a=STEP.CHOICE~STEP.CHOICE`.
 * `r` are roles that were given, `s` values; an answer may go on with `.ROLE:be1` for a role it bound
 * by what was seen, and with `.120s` for the time it waited. Whatever is empty is left out.
 */
export function formatLink({step, version, given, answers}: SessionLink): string {
  const query = [
    version === undefined ? [] : [`v=${encode(version)}`],
    list('h', pairs(given.hosts)),
    list('r', pairs(given.roles)),
    list('s', pairs(given.values)),
    list('a', answers.map(formatAnswer)),
  ].flat()
  return `#${encode(step ?? '')}${query.length > 0 ? `?${query.join('&')}` : ''}`
}

function list(name: string, parts: readonly string[]): string[] {
  return parts.length > 0 ? [`${name}=${parts.join('~')}`] : []
}

function pairs(record: Readonly<Record<string, string>> = {}): string[] {
  return Object.entries(record).map(([name, value]) => `${encode(name)}:${encode(value)}`)
}

function formatAnswer({step, choice, roles, waited}: Answer): string {
  const time = waited === undefined ? [] : [`${waited}s`]
  return [encode(step), encode(choice), ...pairs(roles), ...time].join('.')
}

/** Encodes also what separates: `.`, `:` needs none of it, `~` and the signs of Markdown do. */
function encode(text: string): string {
  // Half a character has no encoding.
  const whole = text.replace(/\p{Cs}/gu, '\ufffd')
  return encodeURIComponent(whole).replace(/[.~!'()*]/g, (sign) => {
    return `%${sign.charCodeAt(0).toString(16).toUpperCase()}`
  })
}
