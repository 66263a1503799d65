import {type Offer, distinctAssignments, withNames} from '@handrail/runbook/machine'
import {durationInWords} from '../duration-in-words.ts'
import {fill, suggestionText} from '../texts.ts'
import {element} from './element.ts'
import {hostLabel} from './host-label.ts'
import type {Session} from './session.ts'
import {adoptStyle} from './style.ts'
import {type Words, reason} from './words.ts'

/** What the answers of a step are drawn from. */
export interface ChoicesContext {
  readonly session: Session
  readonly words: Words
  /** Title of another runbook, where it is known. */
  titleOf(runbook: string): string | undefined
}

/** The answers of a step as buttons; the page's own list of links stays for those without script. */
export class HandrailChoices extends HTMLElement {
  private readonly root = this.attachShadow({mode: 'open'})

  constructor() {
    super()
    adoptStyle(this.root)
    this.root.append(element('slot'))
  }

  /** Draws the offers of the session's current step. */
  show(context: ChoicesContext): void {
    const {session, words} = context
    const offers = session.offers()
    const isDecision = offers.every(({choice}) => !choice.condition)
    const items = offers.map((offer) => element('li', {}, answer(context, offer)))
    const list = element(
      'ol',
      {class: 'choices', role: 'list', 'aria-labelledby': 'asked'},
      ...items,
    )
    this.root.replaceChildren(
      element(
        'h3',
        {id: 'asked', class: 'asked'},
        words.texts[isDecision ? 'decision' : 'answers'],
      ),
      list,
    )
  }

  /** Moves the focus to an answer, counted from one; taking it is another key. */
  focusAnswer(number: number): boolean {
    return focusIn(this.root.querySelectorAll('li')[number - 1])
  }

  /** Moves the focus to the answer of a choice. */
  focusChoice(choice: string): boolean {
    const button = this.root.querySelector(`[data-choice="${CSS.escape(choice)}"]`)
    return focusIn(button?.closest('li') ?? undefined)
  }
}

function focusIn(item: Element | undefined): boolean {
  const button = item?.querySelector('button')
  button?.focus()
  return button !== null && button !== undefined
}

function answer(context: ChoicesContext, offer: Offer): HTMLElement {
  if (offer.openRoles.length > 0 && !offer.gone) return hostQuestion(context, offer)
  const {session} = context
  return element(
    'button',
    {
      type: 'button',
      class: offer.suggested ? 'suggested' : undefined,
      'aria-disabled': offer.gone ? 'true' : undefined,
      'data-choice': offer.choice.id,
      onclick: () => void (offer.gone || session.take(offer)),
    },
    element('span', {class: 'words'}, withNames(offer.choice.words, session.state.bindings)),
    ...asides(context, offer).map((line) => element('span', {class: 'reason'}, line)),
  )
}

/** What stands below the words: why not, why, how long, where to. */
function asides({session, words, titleOf}: ChoicesContext, offer: Offer): string[] {
  const {texts, language} = words
  const {choice, gone, suggested} = offer
  const lines: string[] = []
  if (gone) lines.push(texts[`gone-${gone}`])
  if (suggested) lines.push(suggestionText(reason(offer, session, words), texts))
  if (choice.wait) {
    const {every, max} = choice.wait
    const waited = session.state.waited[choice.id] ?? 0
    lines.push(fill(texts.wait, {every: durationInWords(every, language)}))
    if (waited > 0) {
      const times = {waited: durationInWords(waited, language), max: durationInWords(max, language)}
      lines.push(fill(texts['wait-left'], times))
    }
  }
  const {runbook} = choice.target
  if (runbook) lines.push(fill(texts.opens, {title: titleOf(runbook) ?? runbook}))
  if (isFormer(session, choice.id)) lines.push(texts['answered-before'])
  return lines
}

function isFormer({changing}: Session, choice: string): boolean {
  return changing?.former.answers[changing.index]?.choice === choice
}

/** A choice that holds of one host only asks which one; a button for every way it can be. */
function hostQuestion(context: ChoicesContext, offer: Offer): HTMLElement {
  const {session, words} = context
  const {openRoles} = offer
  const buttons = distinctAssignments(openRoles, session.plan.head.hosts).map((hosts) =>
    element(
      'button',
      {
        type: 'button',
        'data-choice': offer.choice.id,
        onclick: () => session.take(offer, hosts),
      },
      ...assignmentLabel(session, openRoles, hosts),
    ),
  )
  const said = withNames(offer.choice.words, session.state.bindings)
  const [role = '', ...more] = openRoles
  const question = more.length
    ? words.texts['which-hosts']
    : fill(words.texts['which-host'], {role})
  return element(
    'div',
    {role: 'group', class: 'which', 'aria-label': `${said}: ${question}`},
    element('p', {}, element('span', {class: 'words'}, said)),
    element('p', {class: 'reason'}, question),
    element('p', {class: 'row'}, ...buttons),
    ...asides(context, offer).map((line) => element('span', {class: 'reason'}, line)),
  )
}

/** The host; of several roles, each with its host. */
function assignmentLabel(
  session: Session,
  roles: readonly string[],
  hosts: Readonly<Record<string, string>>,
): (Node | string)[] {
  if (roles.length === 1) return [hostLabel(session, hosts[roles[0]!]!)]
  return roles.flatMap((role, index) => [
    `${index ? ', ' : ''}${role}: `,
    hostLabel(session, hosts[role]!),
  ])
}
