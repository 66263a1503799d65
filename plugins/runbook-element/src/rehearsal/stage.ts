import {
  beginRehearsal,
  type Rehearsal,
  resumeRehearsal,
  type Setting,
} from '@handrail/runbook/rehearse'
import {element} from '../browser/element.ts'
import {consolesView} from './consoles-view.ts'
import {debriefView} from './debrief-view.ts'
import type {Wanted} from './handrail-rehearsal.ts'
import {Play} from './play.ts'
import type {RehearsalData} from './rehearsal-data.ts'
import {adoptRehearsalStyle} from './style.ts'
import type {RehearsalTextId} from './texts.ts'

/** What a stage asks of the page it stands on. */
export interface StageHooks {
  /** Shows another rehearsal. */
  begin(setting: Setting): void
  /** Keeps what is needed to come back here. */
  keep(fragment: string): void
  /** Takes the stage away. */
  leave(): void
}

/** Where a rehearsal is played: consoles and a clock, and what came of it when it is over. */
export class Stage {
  private readonly root: ShadowRoot
  private readonly data: RehearsalData
  private readonly hooks: StageHooks
  private readonly live = element('p', {role: 'status', class: 'note'})
  private play: Play | undefined

  constructor(root: ShadowRoot, data: RehearsalData, hooks: StageHooks) {
    this.root = root
    this.data = data
    this.hooks = hooks
    adoptRehearsalStyle(root)
  }

  /** Puts a rehearsal on the stage. */
  show(wanted: Wanted, takesFocus: boolean): void {
    const rehearsal = this.rehearsalOf(wanted)
    if (!rehearsal) {
      this.say(this.data.texts.none)
      this.root.replaceChildren(element('slot'), this.live)
      return
    }
    const play = new Play(rehearsal)
    this.play = play
    play.onTurn(() => this.hooks.keep(play.fragment(false)))
    this.draw(play, wanted.isOver ?? false, takesFocus)
  }

  /** Makes a command ready to be run, on one host or on each. */
  prepare(text: string, host: string | undefined): void {
    this.play?.prepare(text, host)
  }

  private rehearsalOf(wanted: Wanted): Rehearsal | undefined {
    const {system, plans, texts} = this.data
    if (!wanted.actions) return beginRehearsal(system, wanted.setting, plans)
    const link = {isOver: false, actions: [], ...wanted}
    const resumed = resumeRehearsal(system, link, plans)
    if (resumed?.isChanged) this.say(texts.changed)
    return resumed?.rehearsal
  }

  private draw(play: Play, isOver: boolean, takesFocus: boolean): void {
    const main = (isOver ? debriefView : consolesView)(play, this.data)
    this.root.replaceChildren(main, this.foot(play, isOver), this.live)
    this.hooks.keep(play.fragment(isOver))
    if (takesFocus) this.root.querySelector<HTMLElement>('.title')?.focus()
  }

  private foot(play: Play, isOver: boolean): HTMLElement {
    const {texts} = this.data
    const {setting} = play.rehearsal
    const button = (id: RehearsalTextId, onclick: () => void): HTMLElement =>
      element('button', {type: 'button', 'data-control': id, onclick}, texts[id])
    const link = button('copy-link', () => void this.copyLink(play.address(isOver)))
    const leave = button('leave', () => this.hooks.leave())
    if (!isOver) {
      const end = button('end', () => this.draw(play, true, true))
      return element('div', {class: 'row'}, end, link, leave)
    }
    return element(
      'div',
      {class: 'row'},
      button('another', () => this.hooks.begin({...setting, seed: setting.seed + 1})),
      button('again', () => this.hooks.begin(setting)),
      button('back-to-it', () => this.draw(play, false, true)),
      link,
      leave,
    )
  }

  private async copyLink(address: string): Promise<void> {
    const {texts} = this.data
    try {
      await navigator.clipboard.writeText(address)
      this.say(texts['link-copied'])
    } catch {
      const shown = element('input', {readonly: true, value: address})
      this.live.replaceChildren(element('label', {}, `${texts['link-shown']} `, shown))
      shown.select()
    }
  }

  private say(sentence: string): void {
    this.live.textContent = sentence
  }
}
