import type {Reading} from '@handrail/runbook'
import {fill} from '../../texts.ts'
import {element} from '../element.ts'
import type {PanelContext} from './panel.ts'

/** Reads output that the responder pastes and says what it shows; nothing leaves the browser. */
export function pastePanel({session, words, loadReader}: PanelContext): HTMLElement {
  const {texts} = words
  const {hosts} = session.state.bindings
  const from = element(
    'select',
    {name: 'host'},
    element('option', {value: ''}, texts['paste-several']),
    ...Object.entries(hosts).map(([host, name]) => element('option', {value: host}, name)),
  )
  const area = element('textarea', {rows: 8, spellcheck: 'false', autocapitalize: 'none'})
  const result = element('div', {})
  const onsubmit = async (event: Event): Promise<void> => {
    event.preventDefault()
    const reader = await loadReader?.()
    if (!reader) return
    const host = from.value || undefined
    const reading = reader.read(area.value, {names: hosts, ...(host && {host})})
    result.replaceChildren(...findings(reading, area.value, words.texts))
    session.see(area.value, host, reading.observations)
    const suggested = session.offers().find((offer) => offer.suggested)
    words.say(
      suggested ? fill(texts['paste-fits'], {words: suggested.choice.words}) : texts['paste-open'],
    )
  }
  return element(
    'form',
    {onsubmit: (event) => void onsubmit(event)},
    element('p', {}, texts['paste-privacy']),
    element('p', {}, element('label', {}, texts['paste-from'], ' ', from)),
    element('p', {}, element('label', {}, texts['paste-output'], area)),
    element('button', {type: 'submit'}, texts['paste-read']),
    result,
  )
}

function findings(reading: Reading, text: string, texts: PanelContext['words']['texts']): Node[] {
  const {summary, contradictions, assumptions, ignored, understood} = reading
  const nodes: Node[] = []
  if (understood.length === 0) nodes.push(element('p', {class: 'alert'}, texts['paste-nothing']))
  if (contradictions.length) {
    nodes.push(element('div', {class: 'alert', role: 'alert'}, list(contradictions)))
  }
  nodes.push(list(summary), list(assumptions))
  if (ignored.length && understood.length) {
    const lines = text.split(/\r?\n/)
    const shown = ignored.map((number) => `${number}: ${lines[number - 1] ?? ''}`).join('\n')
    const title = fill(texts['paste-ignored'], {count: ignored.length})
    nodes.push(
      element('details', {}, element('summary', {}, title), element('pre', {tabindex: 0}, shown)),
    )
  }
  return nodes
}

function list(sentences: readonly string[]): HTMLElement {
  const items = sentences.map((sentence) => element('li', {}, sentence))
  return element('ul', {role: 'list', hidden: items.length === 0}, ...items)
}
