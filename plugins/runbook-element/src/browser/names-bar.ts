import {fill} from '../texts.ts'
import {element} from './element.ts'
import {hostLabel} from './host-label.ts'
import type {Session} from './session.ts'
import type {Words} from './words.ts'

/** A part of the page that is made once and brought up to date when the session changes. */
export interface Part {
  readonly node: HTMLElement
  update(): void
}

/** The hosts with their real names and roles, and the values, each to be filled in once. */
export function namesBar(session: Session, words: Words): Part {
  const {head} = session.plan
  const summary = element('summary', {'data-control': 'names', title: words.texts.hosts})
  const fields = [
    ...head.hosts.map((host) => {
      const label = fill(words.texts['name-of'], {host})
      return nameField(session, words, 'hosts', host, label)
    }),
    ...head.values.map(({name}) => nameField(session, words, 'values', name, name)),
  ]
  const inputs = element('div', {class: 'fields'}, ...fields.map(({node}) => node))
  return {
    node: element('details', {class: 'bar'}, summary, inputs),
    update() {
      summary.replaceChildren(...labels(session, words))
      for (const field of fields) field.update()
    },
  }
}

function labels(session: Session, {texts}: Words): (HTMLElement | string)[] {
  const {head} = session.plan
  const {hosts, roles, values} = session.state.bindings
  const open = head.roles.filter((role) => roles[role] === undefined)
  const changed = head.values.filter(({name, default: usual}) => values[name] !== usual)
  return [
    ...Object.keys(hosts).flatMap((host) => [hostLabel(session, host), ' ']),
    element(
      'span',
      {class: 'open-roles', hidden: open.length === 0},
      `${open.join(', ')}: ${texts['not-bound']}`,
    ),
    ...changed.map(({name}) =>
      element('span', {class: 'value'}, `${name}=${values[name] ?? texts['not-bound']}`),
    ),
  ]
}

function nameField(
  session: Session,
  {texts, say}: Words,
  kind: 'hosts' | 'values',
  key: string,
  label: string,
): Part {
  const input = element('input', {
    autocomplete: 'off',
    autocapitalize: 'none',
    spellcheck: 'false',
  })
  const current = (): string => session.state.bindings[kind][key] ?? ''
  input.addEventListener('change', () => {
    const fits = session.name(kind, key, input.value.trim())
    if (!fits) say(fill(texts['name-unfit'], {name: key}))
    input.value = current()
  })
  return {
    node: element('label', {}, label, input),
    update: () => void (input.value = current()),
  }
}
