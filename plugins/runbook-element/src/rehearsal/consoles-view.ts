import {element} from '../browser/element.ts'
import {fill} from '../texts.ts'
import {consolePane} from './console-pane.ts'
import {deedPane} from './deed-pane.ts'
import {heading} from './heading.ts'
import {callText, rehearsalTitle} from './introduction.ts'
import type {Play} from './play.ts'
import type {RehearsalData} from './rehearsal-data.ts'
import {timeBar} from './time-bar.ts'

/**
 * The call, the clock and the consoles. Where there is room for one console only, buttons say which
 * one is shown.
 */
export function consolesView(play: Play, data: RehearsalData): HTMLElement {
  const {texts, plans, level} = data
  const hosts = [...play.rehearsal.system.hosts, 'elsewhere']
  const panes = hosts.map((host) => consolePane(play, host, data))
  panes.at(-1)!.append(deedPane(play, texts))
  const view = element('div', {})
  const choices = panes.map((pane) => {
    const {host = ''} = pane.dataset
    const onclick = (): void => showConsole(view, host)
    const name = pane.querySelector('.host')!.textContent
    return element('button', {type: 'button', 'data-for': host, onclick}, name)
  })
  view.append(
    heading(level, 'title', rehearsalTitle(play.rehearsal, plans, texts)),
    element('p', {class: 'call'}, callText(play.rehearsal, texts)),
    element('p', {}, texts['how-to']),
    runbookLink(play, data),
    timeBar(play, texts),
    element('div', {class: 'switch', role: 'group', 'aria-label': texts.consoles}, ...choices),
    element('div', {class: 'panes'}, ...panes),
  )
  play.onPrepared((_text, host) => showConsole(view, host ?? hosts[0]!))
  showConsole(view, hosts[0]!)
  return view
}

/** Brings a host's console forward. */
function showConsole(view: HTMLElement, host: string): void {
  for (const pane of view.querySelectorAll<HTMLElement>('.pane')) {
    pane.toggleAttribute('data-shown', pane.dataset['host'] === host)
  }
  for (const button of view.querySelectorAll<HTMLElement>('[data-for]')) {
    button.setAttribute('aria-pressed', String(button.dataset['for'] === host))
  }
}

/** The runbook of the case; for who does not know it, the one that a responder reaches for first. */
function runbookLink({rehearsal}: Play, {plans, addresses, texts}: RehearsalData): HTMLElement {
  const plan = plans.find(({name}) => name === rehearsal.setting.runbook) ?? plans[0]
  const href = plan && addresses[plan.name]
  if (href === undefined) return element('p', {hidden: true})
  const words = fill(texts['runbook-aside'], {title: plan!.title})
  return element('p', {}, element('a', {href, target: '_blank'}, words))
}
