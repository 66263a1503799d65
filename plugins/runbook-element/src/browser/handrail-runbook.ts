import {formatLink} from '@handrail/runbook/link'
import {carry} from '@handrail/runbook/machine'
import type {EmbeddedPlan} from '../frame-runbook.ts'
import {fill} from '../texts.ts'
import {element} from './element.ts'
import {HandrailChoices} from './handrail-choices.ts'
import {HandrailCommand} from './handrail-command.ts'
import {namesBar} from './names-bar.ts'
import {notices} from './notices.ts'
import type {LoadReader} from './panel/panel.ts'
import {Session} from './session.ts'
import {type PlaceEvent, SessionPlace} from './session-place.ts'
import {adoptStyle} from './style.ts'
import {toolRow} from './tools.ts'
import {trail} from './trail.ts'
import type {Words} from './words.ts'

/** Everything that belongs to a runbook once it is on the page. */
interface Stepper {
  readonly data: EmbeddedPlan
  readonly session: Session
  readonly place: SessionPlace
  readonly words: Words
}

/**
 * A runbook, one step at a time. The page's sections stay where they are, as children of this
 * element and untouched; a slot shows the current one (`slotAssignment: 'manual'`), with what the
 * session knows drawn around it.
 */
export class HandrailRunbook extends HTMLElement {
  /** Loads what reads pasted output; a page without it has no field to paste into. */
  static loadReader: LoadReader | undefined

  private readonly root = this.attachShadow({mode: 'open', slotAssignment: 'manual'})
  private readonly slotted = element('slot')
  private readonly head = element('div')
  private readonly notice = element('div')
  private readonly foot = element('div', {class: 'foot'})
  private readonly live = element('p', {role: 'status', class: 'live'})
  private stepper: Stepper | undefined

  connectedCallback(): void {
    this.stepper ??= this.begin()
    this.stepper.place.listen()
  }

  disconnectedCallback(): void {
    this.stepper?.place.ignore()
  }

  private begin(): Stepper {
    const data: EmbeddedPlan = JSON.parse(this.dataset['plan'] ?? '')
    const say = (sentence: string): void => void (this.live.textContent = sentence)
    const session = new Session(data.plan)
    const place = new SessionPlace(session, data, (event) => this.tell(event))
    const stepper = {data, session, place, words: {texts: data.texts, say}}
    adoptStyle(this.root)
    const {loadReader} = HandrailRunbook
    const tools = toolRow({...stepper, loadReader})
    const parts = [this.head, this.notice, this.slotted, this.live, this.foot, tools]
    this.root.append(...parts)
    let shown = session.state.step
    session.onChange(() => {
      this.draw(stepper, session.state.step !== shown)
      shown = session.state.step
    })
    this.draw(stepper, false)
    return stepper
  }

  private draw(stepper: Stepper, focus: boolean): void {
    const {session, words} = stepper
    if (session.state.leaves) return this.leave(stepper)
    const count = {number: currentNumber(session), title: session.plan.title}
    this.head.replaceChildren(
      namesBar(session, words),
      trail(session, words),
      element('p', {}, fill(words.texts.progress, count)),
    )
    this.notice.replaceChildren(...notices(session, words))
    this.foot.replaceChildren(...controls(session, words))
    const section = this.showStep(stepper)
    if (focus) section?.querySelector<HTMLElement>('h1, h2, h3, h4, h5, h6')?.focus()
  }

  private showStep({session, words, data}: Stepper): Element | undefined {
    const {step, answers} = session.state
    const plan = session.plan.steps.find(({id}) => id === step)!
    const section = this.section(step)
    const first = step === data.plan.steps[0]!.id && answers.length === 0
    const intro = [...this.children].filter((child) => first && !child.hasAttribute('data-step'))
    this.slotted.assign(...intro, ...(section ? [section] : []))
    for (const part of section?.querySelectorAll('handrail-command, handrail-choices') ?? []) {
      if (part instanceof HandrailChoices) part.show(session, words)
      if (part instanceof HandrailCommand) {
        part.show(session, plan.commands[Number(part.dataset['index'])]!, words)
      }
    }
    return section
  }

  /** Goes on in another runbook, at the address the page's own link has, with what was decided. */
  private leave({session, data}: Stepper): void {
    const answer = session.state.answers.at(-1)
    const choices = data.plan.steps.find(({id}) => id === answer?.step)?.choices ?? []
    const index = choices.findIndex(({id}) => id === answer?.choice)
    const items = this.section(answer?.step ?? '')?.querySelectorAll('handrail-choices li')
    const link = items?.[index]?.querySelector<HTMLAnchorElement>('a:last-of-type')
    if (!link) return
    const {step, ...given} = carry(session.state)
    const fragment = formatLink({given, answers: [], ...(step !== undefined && {step})})
    location.assign(link.href.replace(/#.*/, '') + fragment)
  }

  private section(step: string): Element | undefined {
    return [...this.children].find((child) => child.getAttribute('data-step') === step)
  }

  private tell(event: PlaceEvent): void {
    const {stepper} = this
    if (!stepper) return
    const {texts} = stepper.words
    const join = (): void => stepper.place.joinOther()
    this.notice.append(
      element(
        'p',
        {class: 'alert', role: 'alert'},
        texts[event],
        event === 'elsewhere' &&
          element('button', {type: 'button', onclick: join}, texts['join-other']),
      ),
    )
  }
}

function currentNumber({plan, state}: Session): number {
  return plan.steps.find(({id}) => id === state.step)!.number
}

function controls(session: Session, {texts}: Words): HTMLElement[] {
  if (session.state.answers.length === 0) return []
  const button = (name: 'back' | 'restart', onclick: () => void): HTMLElement =>
    element('button', {type: 'button', 'data-control': name, onclick}, texts[name])
  return [button('back', () => session.back()), button('restart', () => session.restart())]
}
