import {renderSVG} from 'uqr'
import {element} from '../element.ts'
import type {Part} from '../names-bar.ts'
import {saveLog} from '../save-log.ts'
import type {PanelContext} from './panel.ts'

/** A QR code holds about 2,900 characters; a longer session goes as text or as a log. */
const mostInCode = 2500

/** The link that takes up this session on another machine, as text and as a QR code. */
export function handoverPanel({session, place, words: {texts, say}}: PanelContext): Part {
  const address = element('pre', {tabindex: 0, class: 'address'})
  const code = element('div', {})
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(place.address())
      say(texts['handover-copied'])
    } catch {
      say(texts['not-copied'])
    }
  }
  const isFile = location.protocol === 'file:'
  const node = element(
    'div',
    {},
    element('p', {}, texts[isFile ? 'handover-file' : 'handover-what']),
    address,
    element(
      'p',
      {class: 'row'},
      element(
        'button',
        {type: 'button', 'data-first': true, onclick: () => void copy()},
        texts['handover-copy'],
      ),
      element(
        'button',
        {type: 'button', onclick: () => saveLog(session, 'log-json')},
        texts['log-json'],
      ),
    ),
    code,
  )
  return {
    node,
    update() {
      address.textContent = place.address()
      code.replaceChildren(qrCode(place.address(), texts))
    },
  }
}

function qrCode(address: string, texts: PanelContext['words']['texts']): HTMLElement {
  if (address.length > mostInCode) return element('p', {}, texts['handover-long'])
  const figure = element('div', {class: 'qr', role: 'img', 'aria-label': texts['handover-qr']})
  const drawing = new DOMParser().parseFromString(renderSVG(address), 'image/svg+xml')
  figure.append(document.importNode(drawing.documentElement, true))
  return figure
}
