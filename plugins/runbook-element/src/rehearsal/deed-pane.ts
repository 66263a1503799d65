import {element} from '../browser/element.ts'
import type {Play} from './play.ts'
import type {RehearsalTexts} from './texts.ts'

/** What no shell does, to choose from: power, cables, new disks. */
export function deedPane(play: Play, texts: RehearsalTexts): HTMLElement {
  const {actions, hosts} = play.rehearsal.system
  const sentences = actions.flatMap(({sentence}) =>
    sentence.includes('HOST') ? hosts.map((host) => sentence.replace('HOST', host)) : [sentence],
  )
  const select = element(
    'select',
    {'aria-label': texts['do-what']},
    element('option', {value: ''}, texts['do-choose']),
    ...sentences.map((sentence) => element('option', {value: sentence}, sentence)),
  )
  const onsubmit = (event: Event): void => {
    event.preventDefault()
    const text = select.value
    select.value = ''
    if (text) play.do({kind: 'type', host: 'elsewhere', text})
  }
  return element(
    'form',
    {class: 'line deeds', onsubmit},
    element('span', {}, texts['do-what']),
    select,
    element('button', {type: 'submit'}, texts['do-it']),
  )
}
