import {element} from './element.ts'
import type {Session} from './session.ts'

/** A host's name with the mark that it has all over the page: a shape, a colour, its roles. */
export function hostLabel(session: Session, host: string): HTMLElement {
  const {hosts, roles} = session.state.bindings
  const name = hosts[host] ?? host
  const alias = name === host ? [] : [host]
  const words = [
    ...Object.keys(roles).filter((role) => roles[role] === host),
    ...alias.map((placeholder) => `“${placeholder}”`),
  ]
  return element(
    'span',
    {class: `host host-${session.plan.head.hosts.indexOf(host) + 1}`},
    element('b', {}, name),
    words.length > 0 && ` ${words.join(' ')}`,
  )
}
