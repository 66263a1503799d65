import {type Offer, reasonInWords} from '@handrail/runbook/machine'
import {fill} from '../texts.ts'
import {element} from './element.ts'
import {hostLabel} from './host-label.ts'
import type {Session} from './session.ts'
import {adoptStyle} from './style.ts'
import type {Words} from './words.ts'

/** The answers of a step as buttons; the page's own list of links stays for those without script. */
export class HandrailChoices extends HTMLElement {
  private readonly root = this.attachShadow({mode: 'open'})

  constructor() {
    super()
    adoptStyle(this.root)
    this.root.append(element('slot'))
  }

  /** Draws the offers of the session's current step. */
  show(session: Session, words: Words): void {
    const items = session
      .offers()
      .map((offer) => element('li', {}, ...parts(session, offer, words)))
    this.root.replaceChildren(element('ul', {class: 'choices', role: 'list'}, ...items))
  }
}

function parts(session: Session, offer: Offer, words: Words): HTMLElement[] {
  if (offer.openRoles.length) return [hostQuestion(session, offer, words)]
  const onclick = (): void => {
    if (!offer.gone) session.take(offer)
  }
  const button = element(
    'button',
    {
      type: 'button',
      class: offer.suggested ? 'suggested' : undefined,
      'aria-disabled': offer.gone ? 'true' : undefined,
      'data-choice': offer.choice.id,
      onclick,
    },
    offer.choice.words,
    ...reasons(session, offer, words),
  )
  return [button]
}

function reasons(session: Session, offer: Offer, words: Words): HTMLElement[] {
  const {texts} = words
  const lines: string[] = []
  if (offer.gone) lines.push(texts[`gone-${offer.gone}`])
  if (offer.choice.wait) lines.push(fill(texts.wait, {every: duration(offer.choice.wait.every)}))
  if (offer.suggested) {
    lines.push(fill(texts.suggested, {reason: reasonInWords(offer, session.state)}))
  }
  return lines.map((line) => element('span', {class: 'reason'}, line))
}

/** A choice that holds of one host only asks which one, host by host. */
function hostQuestion(session: Session, offer: Offer, words: Words): HTMLElement {
  const role = offer.openRoles[0]!
  const {hosts} = session.state.bindings
  const buttons = session.plan.head.hosts.map((host) =>
    element(
      'button',
      {
        type: 'button',
        'data-choice': offer.choice.id,
        onclick: () => session.take(offer, {[role]: host}),
      },
      hostLabel(session, host, hosts[host] ?? host),
    ),
  )
  const question = fill(words.texts['which-host'], {role})
  return element(
    'div',
    {role: 'group', 'aria-label': `${offer.choice.words} ${question}`},
    element('p', {}, offer.choice.words, ' ', question),
    ...buttons,
  )
}

/** Seconds in the unit a person would say them in. */
function duration(seconds: number): string {
  if (seconds % 3600 === 0) return `${seconds / 3600} h`
  return seconds % 60 === 0 ? `${seconds / 60} min` : `${seconds} s`
}
