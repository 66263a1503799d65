import {element} from './element.ts'
import type {Session} from './session.ts'

/** A host's name with the mark that it has all over the page: a shape and a colour. */
export function hostLabel(session: Session, host: string | undefined, name: string): HTMLElement {
  const place = host === undefined ? -1 : session.plan.head.hosts.indexOf(host)
  const roles = Object.entries(session.state.bindings.roles)
    .filter(([, bound]) => bound === host)
    .map(([role]) => role)
  const words = roles.length ? `${name} (${roles.join(', ')})` : name
  return element('span', {class: place < 0 ? 'host' : `host host-${place + 1}`}, words)
}
