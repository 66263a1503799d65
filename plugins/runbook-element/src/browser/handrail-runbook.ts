import {formatLink} from '@handrail/runbook/link'
import {carry} from '@handrail/runbook/machine'
import type {EmbeddedPlan} from '../frame-runbook.ts'
import {fill} from '../texts.ts'
import {element} from './element.ts'
import {HandrailChoices} from './handrail-choices.ts'
import {HandrailCommand} from './handrail-command.ts'
import {namesBar} from './names-bar.ts'
import {Session} from './session.ts'
import {SessionPlace} from './session-place.ts'
import {adoptStyle} from './style.ts'
import {trail} from './trail.ts'
import type {Words} from './words.ts'

/**
 * A runbook, one step at a time. The page's sections stay where they are, as children of this
 * element and untouched; a slot shows the current one (`slotAssignment: 'manual'`), with what the
 * session knows drawn around it.
 */
export class HandrailRunbook extends HTMLElement {
  private readonly root = this.attachShadow({mode: 'open', slotAssignment: 'manual'})
  private readonly slotted = element('slot')
  private readonly top = element('div')
  private readonly foot = element('div', {class: 'foot'})
  private readonly live = element('p', {role: 'status', class: 'live'})
  private place: SessionPlace | undefined
  private session: Session | undefined
  private data: EmbeddedPlan | undefined
  private words: Words | undefined

  connectedCallback(): void {
    if (!this.session) this.begin()
    this.place?.listen()
  }

  disconnectedCallback(): void {
    this.place?.ignore()
  }

  private begin(): void {
    const data: EmbeddedPlan = JSON.parse(this.dataset['plan'] ?? '')
    this.data = data
    this.words = {texts: data.texts, say: (sentence) => (this.live.textContent = sentence)}
    this.session = new Session(data.plan)
    this.place = new SessionPlace(this.session, data)
    adoptStyle(this.root)
    this.root.append(this.top, this.slotted, this.foot, this.live)
    this.session.onChange(() => this.draw(true))
    this.draw(false)
  }

  private draw(focus: boolean): void {
    const {session, data, words} = this
    if (!session || !data || !words) return
    if (session.state.leaves) this.leave(session)
    this.top.replaceChildren(...this.head(session, words))
    this.foot.replaceChildren(...controls(session, words))
    const section = this.showStep(session, data, words)
    words.say(session.misfits.map(({reason}) => reason).join('. '))
    if (focus) section?.querySelector<HTMLElement>('h1, h2, h3, h4, h5, h6')?.focus()
  }

  /** Goes on in another runbook, at the address the page's own link has, with what was decided. */
  private leave({state}: Session): void {
    const answer = state.answers.at(-1)
    const index = this.data?.plan.steps
      .find(({id}) => id === answer?.step)
      ?.choices.findIndex(({id}) => id === answer?.choice)
    const links = this.section(answer?.step ?? '')?.querySelectorAll<HTMLAnchorElement>(
      'handrail-choices li > a, handrail-choices li > p > a',
    )
    const link = links?.[index ?? -1]
    if (!link) return
    const {step, ...given} = carry(state)
    const fragment = formatLink({given, answers: [], ...(step !== undefined && {step})})
    location.assign(link.href.replace(/#.*/, '') + fragment)
  }

  private section(step: string): Element | undefined {
    return [...this.children].find((child) => child.getAttribute('data-step') === step)
  }

  private head(session: Session, words: Words): Node[] {
    const count = fill(words.texts.progress, {
      number: stepNumber(session),
      title: session.plan.title,
    })
    return [namesBar(session, words), trail(session, words), element('p', {}, count)]
  }

  private showStep(session: Session, data: EmbeddedPlan, words: Words): Element | undefined {
    const {step} = session.state
    const plan = session.plan.steps.find(({id}) => id === step)!
    const section = this.section(step)
    const first = step === data.plan.steps[0]!.id && session.state.answers.length === 0
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
}

function stepNumber({plan, state}: Session): number {
  return plan.steps.find(({id}) => id === state.step)!.number
}

function controls(session: Session, {texts}: Words): HTMLElement[] {
  if (session.state.answers.length === 0) return []
  const button = (name: 'back' | 'restart', onclick: () => void): HTMLElement =>
    element('button', {type: 'button', 'data-control': name, onclick}, texts[name])
  return [button('back', () => session.back()), button('restart', () => session.restart())]
}
