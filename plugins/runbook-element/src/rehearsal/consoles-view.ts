import {now} from '@handrail/runbook/rehearse'
import {element} from '../browser/element.ts'
import {fill} from '../texts.ts'
import {consolePane} from './console-pane.ts'
import {deedPane} from './deed-pane.ts'
import type {Play} from './play.ts'
import type {RehearsalData} from './rehearsal-data.ts'
import {timeBar} from './time-bar.ts'

/**
 * The call, the clock and the consoles. Where there is room for one console only, buttons say which
 * one is shown.
 */
export function consolesView(
  play: Play,
  data: RehearsalData,
  say: (sentence: string) => void,
): HTMLElement {
  const {texts} = data
  const hosts = [...play.rehearsal.system.hosts, 'elsewhere']
  const panes = hosts.map((host) => consolePane(play, host, texts))
  panes.at(-1)!.append(deedPane(play, texts))
  const view = element('div', {})
  const choices = panes.map((pane) => {
    const {host = ''} = pane.dataset
    const onclick = (): void => showConsole(view, host)
    const name = pane.querySelector('h4')!.textContent
    return element('button', {type: 'button', 'data-for': host, onclick}, name)
  })
  view.append(
    element('h3', {tabindex: -1}, title(play, data)),
    element('p', {class: 'call'}, call(play, data)),
    element('p', {}, texts['how-to']),
    timeBar(play, texts, say),
    element('div', {class: 'switch', role: 'group', 'aria-label': texts.consoles}, ...choices),
    element('div', {class: 'panes'}, ...panes),
  )
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

function title(play: Play, {plans, texts}: RehearsalData): string {
  const {seed, runbook} = play.rehearsal.setting
  const what = plans.find(({name}) => name === runbook)?.title ?? texts.surprise
  return fill(texts.rehearsal, {seed, what})
}

/** What the responder is told at first: no more than clients know. */
function call(play: Play, {texts}: RehearsalData): string {
  const {scenario} = play.rehearsal
  const {served} = now({scenario, turns: []}).frames.at(-1)!.verdict
  return texts[served ? 'called-alarm' : 'called-down']
}
