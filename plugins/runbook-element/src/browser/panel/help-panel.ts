import {element} from '../element.ts'
import {keysAreOn, listedKeys, setKeys} from '../keys.ts'
import type {Part} from '../names-bar.ts'
import type {PanelContext} from './panel.ts'

/** The keys of the page, and the switch that turns them off. */
export function helpPanel({words: {texts}}: PanelContext): Part {
  const box = element('input', {type: 'checkbox', 'data-first': true})
  box.checked = keysAreOn()
  box.addEventListener('change', () => setKeys(box.checked))
  const rows = listedKeys.flatMap(([key, text]) => [
    element('dt', {}, element('kbd', {}, key)),
    element('dd', {}, texts[text]),
  ])
  const node = element(
    'div',
    {},
    element('h3', {}, texts['help-title']),
    element('dl', {class: 'keys'}, ...rows),
    element('label', {class: 'check'}, box, ' ', texts['keys-on']),
  )
  return {node, update: () => undefined}
}
