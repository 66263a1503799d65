import {element} from '../browser/element.ts'
import {fill} from '../texts.ts'
import {clock, span} from './clock.ts'
import type {Play} from './play.ts'
import type {RehearsalTexts} from './texts.ts'

/** How long one can wait at a time, in seconds. */
const waits = [10, 60, 600]

/** The clock, and buttons that let time pass. */
export function timeBar(play: Play, texts: RehearsalTexts): HTMLElement {
  const time = element('b', {class: 'clock'}, clock(play.clock))
  const said = element('span', {role: 'status', class: 'note'})
  play.onTurn(({action}) => {
    time.textContent = clock(play.clock)
    said.textContent =
      action.kind === 'wait' ? fill(texts.waited, {time: span(action.seconds)}) : ''
  })
  play.onPrepared(() => void (said.textContent = texts.prepared))
  const buttons = waits.map((seconds) =>
    element(
      'button',
      {type: 'button', onclick: () => play.do({kind: 'wait', seconds})},
      `${texts.wait} ${span(seconds)}`,
    ),
  )
  const shown = element('span', {class: 'time'}, `${texts.clock} `, time, ' ', said)
  return element('div', {class: 'row'}, shown, ...buttons)
}
