import {fill} from '../texts.ts'
import {element} from './element.ts'
import {hostLabel} from './host-label.ts'
import type {Session} from './session.ts'
import type {Words} from './words.ts'

/** The hosts with their real names and roles, and the values, each to be filled in once. */
export function namesBar(session: Session, words: Words): HTMLElement {
  const {plan, state} = session
  const {hosts, values} = state.bindings
  const labels = plan.head.hosts.map((host) => hostLabel(session, host, hosts[host] ?? host))
  const hostFields = plan.head.hosts.map((host) =>
    field(fill(words.texts['name-of'], {host}), hosts[host] ?? host, (name) =>
      session.name('hosts', host, name),
    ),
  )
  const valueFields = plan.head.values.map(({name}) =>
    field(name, values[name] ?? '', (value) => session.name('values', name, value)),
  )
  return element(
    'details',
    {class: 'bar'},
    element('summary', {'data-control': 'names'}, ...spaced(labels)),
    ...hostFields,
    ...valueFields,
  )
}

function field(label: string, value: string, onfill: (value: string) => void): HTMLElement {
  const input = element('input', {
    value,
    autocomplete: 'off',
    autocapitalize: 'none',
    spellcheck: 'false',
  })
  input.addEventListener('change', () => onfill(input.value.trim()))
  return element('label', {}, label, input)
}

function spaced(labels: HTMLElement[]): (HTMLElement | string)[] {
  return labels.flatMap((label) => [label, ' '])
}
