import type {StepRef} from '@handrail/runbook'
import {formatLink} from '@handrail/runbook/link'
import {type Given, carry} from '@handrail/runbook/machine'
import type {EmbeddedPlan} from '../frame-runbook.ts'
import {element} from './element.ts'
import {HandrailChoices} from './handrail-choices.ts'
import {HandrailCommand} from './handrail-command.ts'
import {type KeyAction, keyAction} from './keys.ts'
import {type Part, namesBar} from './names-bar.ts'
import {notices} from './notices.ts'
import type {LoadReader} from './panel/panel.ts'
import {saveLog} from './save-log.ts'
import {type ChangeOf, Session} from './session.ts'
import {type PlaceEvent, SessionPlace} from './session-place.ts'
import {adoptStyle} from './style.ts'
import {Tools} from './tools.ts'
import {trail} from './trail.ts'
import type {Words} from './words.ts'

/** Everything that belongs to a runbook once it is on the page. */
interface Stepper {
  readonly data: EmbeddedPlan
  readonly session: Session
  readonly place: SessionPlace
  readonly words: Words
  readonly names: Part
  readonly trail: Part
  readonly tools: Tools
}

/** From this width on, in pixels, the log stands beside the steps. */
const wide = 928

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
  private readonly notice = element('div', {class: 'notices'})
  private readonly foot = element('div', {class: 'foot row'})
  private readonly live = element('p', {role: 'status', class: 'live'})
  /** Where the page was scrolled to at each place of the path, to come back to. */
  private readonly scrolled = new Map<string, number>()
  private stepper: Stepper | undefined

  connectedCallback(): void {
    if (!this.stepper) this.begin()
    this.stepper?.place.listen()
    this.ownerDocument.addEventListener('keydown', this.press)
    window.addEventListener('beforeprint', this.showAll)
    window.addEventListener('afterprint', this.showCurrent)
  }

  disconnectedCallback(): void {
    this.stepper?.place.ignore()
    this.ownerDocument.removeEventListener('keydown', this.press)
    window.removeEventListener('beforeprint', this.showAll)
    window.removeEventListener('afterprint', this.showCurrent)
  }

  private begin(): void {
    const data: EmbeddedPlan = JSON.parse(this.dataset['plan'] ?? '')
    const session = new Session(data.plan)
    const place = new SessionPlace(session, data, (event) => this.hear(event))
    const words = {texts: data.texts, language: data.plan.language, say: this.say}
    const stepper = {
      data,
      session,
      place,
      words,
      names: namesBar(session, words),
      trail: trail(session, words),
      tools: this.tools(data, session, place, words),
    }
    this.stepper = stepper
    adoptStyle(this.root)
    this.root.append(...this.parts(stepper))
    let shown = session.state
    session.onChange((of) => {
      const isElsewhere = session.state.step !== shown.step
      this.scrolled.set(JSON.stringify(shown.answers), scrollY)
      shown = session.state
      this.draw(stepper, of)
      if (isElsewhere) this.arriveAt(stepper)
    })
    this.draw(stepper, 'path')
    if (this.clientWidth >= wide) void stepper.tools.open('log', false)
  }

  private parts({names, trail: decided, tools, words: {texts}}: Stepper): HTMLElement[] {
    const skip = (label: string, target: () => HTMLElement | null | undefined): HTMLElement =>
      element('button', {type: 'button', class: 'skip', onclick: () => target()?.focus()}, label)
    const main = element('div', {class: 'main'}, decided.node, this.notice, this.slotted, this.foot)
    return [
      skip(texts['skip-step'], () => this.heading()),
      skip(texts['skip-answers'], () => (this.choices()?.focusAnswer(1), null)),
      names.node,
      element('div', {class: 'columns'}, main, tools.node),
      this.live,
    ]
  }

  private tools(data: EmbeddedPlan, session: Session, place: SessionPlace, words: Words): Tools {
    const tools: Tools = new Tools({
      session,
      place,
      words,
      loadReader: HandrailRunbook.loadReader,
      open: (name) => void tools.open(name, true),
      goToAnswer: (choice) => void this.choices()?.focusChoice(choice),
      showTrail: () => this.showTrail(),
      leaveFor: (target) => {
        const {hosts, values} = session.state.bindings
        this.leave(target, {hosts, values})
      },
      titleOf: (runbook) => data.titles[runbook],
      misfit: data.misfit,
    })
    return tools
  }

  private draw(stepper: Stepper, of: ChangeOf): void {
    const {session, names, trail: decided, tools} = stepper
    if (session.state.leaves) return this.leaveByAnswer(stepper)
    tools.update()
    if (of === 'log') return
    if (of === 'sight') return this.choices()?.show(this.choicesContext(stepper))
    names.update()
    decided.update()
    this.drawNotices(stepper)
    this.foot.replaceChildren(...this.controls(stepper))
    this.showStep(stepper)
  }

  private drawNotices({session, place, words}: Stepper): void {
    const saveSession = (): void => saveLog(session, 'log-json')
    const context = {session, place, words, saveLog: saveSession}
    this.notice.replaceChildren(...notices(context))
  }

  private showStep(stepper: Stepper): void {
    const {session, words, data} = stepper
    const {step, answers} = session.state
    const plan = session.plan.steps.find(({id}) => id === step)!
    const section = this.section(step)
    const first = step === data.plan.steps[0]!.id && answers.length === 0
    const intro = first ? this.querySelector(':scope > .handrail-intro') : null
    this.slotted.assign(...[intro, section].filter((part) => part instanceof Element))
    this.choices()?.show(this.choicesContext(stepper))
    for (const part of section?.querySelectorAll('handrail-command') ?? []) {
      const command = plan.commands[Number((part as HTMLElement).dataset['index'])]
      if (!(part instanceof HandrailCommand) || !command) continue
      const goToAnswer = (choice: string): void => void this.choices()?.focusChoice(choice)
      part.show({session, words, decide: (id) => session.lookAt(id), goToAnswer}, command)
    }
  }

  private choicesContext({session, words, data}: Stepper) {
    return {session, words, titleOf: (runbook: string) => data.titles[runbook]}
  }

  private controls({session, place, words: {texts}, tools}: Stepper): HTMLElement[] {
    const button = (name: 'back' | 'restart', onclick: () => void): HTMLElement =>
      element('button', {type: 'button', 'data-control': name, onclick}, texts[name])
    const misfit = tools.button('misfit', texts.misfit)
    if (session.state.answers.length === 0) return [misfit]
    return [misfit, button('back', () => session.back()), button('restart', () => place.restart())]
  }

  /** The step has changed: its heading gets the focus; where one has been, one comes back to. */
  private arriveAt({session}: Stepper): void {
    const before = this.scrolled.get(JSON.stringify(session.state.answers))
    this.heading()?.focus({preventScroll: before !== undefined && session.changing !== undefined})
    if (before !== undefined && session.changing) scrollTo({top: before, behavior: 'instant'})
  }

  private showTrail(): void {
    const details = this.root.querySelector<HTMLDetailsElement>('.trail details')
    if (!details) return
    details.open = true
    details.querySelector('summary')?.focus()
  }

  /** Goes on in another runbook, with what was decided. */
  private leaveByAnswer({session}: Stepper): void {
    const {leaves, answers} = session.state
    if (!leaves || !this.leave(leaves, carry(session.state), answers.at(-1)?.step)) session.back()
  }

  /** Follows the page's own link to another runbook, with names in its fragment. */
  private leave(target: StepRef, given: Given, from?: string): boolean {
    const {stepper} = this
    const scope = (from === undefined ? undefined : this.section(from)) ?? this
    const link = scope.querySelector<HTMLAnchorElement>(`a[href][data-to="${refOf(target)}"]`)
    if (!stepper || !link) return false
    const {step} = target
    const fragment = formatLink({given, answers: [], ...(step !== undefined && {step})})
    if (target.runbook) stepper.place.leaveFor(target.runbook)
    location.assign(link.href.replace(/#.*/, '') + fragment)
    return true
  }

  private section(step: string): Element | undefined {
    return [...this.children].find((child) => child.getAttribute('data-step') === step)
  }

  private currentSection(): Element | undefined {
    return this.stepper && this.section(this.stepper.session.state.step)
  }

  private heading(): HTMLElement | null | undefined {
    return this.currentSection()?.querySelector<HTMLElement>('h1, h2, h3, h4, h5, h6')
  }

  private choices(): HandrailChoices | undefined {
    const found = this.currentSection()?.querySelector('handrail-choices')
    return found instanceof HandrailChoices ? found : undefined
  }

  private readonly say = (sentence: string): void => {
    this.live.textContent = sentence
    clearTimeout(this.silence)
    this.silence = setTimeout(() => void (this.live.textContent = ''), 8000)
  }
  private silence: ReturnType<typeof setTimeout> | undefined

  private hear(event: PlaceEvent): void {
    if (!this.stepper) return
    this.drawNotices(this.stepper)
    this.say(this.stepper.words.texts[event])
  }

  private readonly press = (event: KeyboardEvent): void => {
    const action = keyAction(event)
    if (action === undefined || !this.isMeant(event)) return
    event.preventDefault()
    if (typeof action === 'number') this.choices()?.focusAnswer(action)
    else this.act(action)
  }

  /** A key is for the runbook that has the focus; where nothing has it, for the first of the page. */
  private isMeant(event: Event): boolean {
    if (event.composedPath().includes(this)) return true
    const {activeElement, body} = this.ownerDocument
    return activeElement === body && this.ownerDocument.querySelector('handrail-runbook') === this
  }

  private act(action: KeyAction): void {
    const {session, tools} = this.stepper!
    if (action === 'copy') this.copyNext()
    else if (action === 'back') session.back()
    else void tools.open(action === 'note' ? 'log' : action, action !== 'log' && action !== 'map')
  }

  private copyNext(): void {
    const commands = this.currentSection()?.querySelectorAll('handrail-command') ?? []
    const buttons = [...commands].flatMap((one) =>
      one instanceof HandrailCommand ? one.copyButtons() : [],
    )
    const next = buttons.find((one) => one.dataset['copied'] === undefined) ?? buttons[0]
    if (next) next.click()
    else this.say(this.stepper!.words.texts['nothing-to-copy'])
  }

  /**
   * On paper the whole document stands, with the commands of this step filled in. By the time that
   * the style of paper holds, a browser has counted the pages, and leaves out what comes then.
   */
  private readonly showAll = (): void => this.slotted.assign(...this.children)

  private readonly showCurrent = (): void => {
    if (this.stepper) this.showStep(this.stepper)
  }
}

/** How the page's own links name where they lead to. */
function refOf({runbook = '', step = ''}: StepRef): string {
  return `${runbook}#${step}`
}
