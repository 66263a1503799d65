import {renderSVG} from 'uqr'
import {element} from '../element.ts'
import type {PanelContext} from './panel.ts'

/** The link that takes up this session on another machine, as text and as a QR code. */
export function handoverPanel({place, words: {texts, say}}: PanelContext): HTMLElement {
  const address = place.address()
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(address)
      say(texts['handover-copied'])
    } catch {
      say(texts['not-copied'])
    }
  }
  return element(
    'div',
    {},
    element('p', {}, texts['handover-what']),
    element('pre', {tabindex: 0}, address),
    element('button', {type: 'button', onclick: () => void copy()}, texts['handover-copy']),
    qrCode(address, texts['handover-qr']),
  )
}

/** A QR code holds about 2,900 characters; a longer session goes by link or log. */
function qrCode(address: string, label: string): HTMLElement {
  const figure = element('div', {class: 'qr', role: 'img', 'aria-label': label})
  if (address.length > 2500) return element('p', {hidden: true})
  const drawing = new DOMParser().parseFromString(renderSVG(address), 'image/svg+xml')
  figure.append(document.importNode(drawing.documentElement, true))
  return figure
}
