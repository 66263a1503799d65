import type {Bindings} from './state.ts'

/** A text with real host names for the placeholders in it. */
export function withNames(text: string, {hosts}: Pick<Bindings, 'hosts'>): string {
  return text.replace(/[\w-]+/g, (word) => (Object.hasOwn(hosts, word) ? hosts[word]! : word))
}

/** The same, and every role with the host that it is. */
export function withRoles(text: string, {hosts, roles}: Bindings): string {
  return text.replace(/[\w-]+/g, (word) => {
    const host = Object.hasOwn(roles, word) ? roles[word]! : word
    const name = Object.hasOwn(hosts, host) ? hosts[host]! : word
    return host === word ? name : `${name} (${word})`
  })
}
