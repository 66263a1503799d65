import {element} from '../browser/element.ts'
import {fill} from '../texts.ts'
import {clock, span} from './clock.ts'
import type {Play} from './play.ts'
import type {RehearsalTexts} from './texts.ts'

/** How long one can wait at a time, in seconds. */
const waits = [10, 60, 600]

/** The clock, and buttons that let time pass. */
export function timeBar(
  play: Play,
  texts: RehearsalTexts,
  say: (sentence: string) => void,
): HTMLElement {
  const time = element('b', {class: 'clock'}, clock(play.clock))
  play.onTurn(() => void (time.textContent = clock(play.clock)))
  const buttons = waits.map((seconds) =>
    element(
      'button',
      {
        type: 'button',
        onclick: () => {
          play.do({kind: 'wait', seconds})
          say(fill(texts.waited, {time: span(seconds)}))
        },
      },
      `${texts.wait} ${span(seconds)}`,
    ),
  )
  return element('div', {class: 'bar'}, element('span', {}, `${texts.clock} `, time), ...buttons)
}
