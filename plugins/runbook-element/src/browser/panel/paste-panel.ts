import type {Reading} from '@handrail/runbook'
import {withNames} from '@handrail/runbook/machine'
import {fill} from '../../texts.ts'
import {element} from '../element.ts'
import type {Part} from '../names-bar.ts'
import {type Words, lacking, reason} from '../words.ts'
import {draft} from './draft.ts'
import type {PanelContext} from './panel.ts'

/** Reads output that the responder pastes and says what it shows; nothing leaves the browser. */
export function pastePanel(context: PanelContext): Part {
  const {session, words, loadReader} = context
  const {texts} = words
  const from = element('select', {name: 'host'})
  const area = draft(
    'paste',
    element('textarea', {rows: 8, spellcheck: 'false', autocapitalize: 'none', 'data-first': true}),
  )
  const result = element('div', {})
  const onsubmit = async (event: Event): Promise<void> => {
    event.preventDefault()
    const reader = await loadReader?.().catch(() => words.say(texts['tool-missing']))
    if (!reader) return
    const text = area.field.value
    const host = from.value || undefined
    const reading = reader.read(text, {names: session.state.bindings.hosts, ...(host && {host})})
    session.see(text, host, reading.observations)
    area.clear()
    result.replaceChildren(...findings(reading, text, texts), ...verdict(context))
  }
  const node = element(
    'form',
    {onsubmit: (event) => void onsubmit(event)},
    element('p', {class: 'reason'}, texts['paste-privacy']),
    element('label', {class: 'wide'}, texts['paste-output'], area.field),
    element('label', {}, texts['paste-from'], ' ', from),
    ' ',
    element('button', {type: 'submit'}, texts['paste-read']),
    result,
  )
  let shown = ''
  return {
    node,
    update() {
      const {bindings, step, answers} = session.state
      const chosen = from.value
      from.replaceChildren(...hostOptions(bindings.hosts, texts))
      from.value = chosen
      const now = `${step} ${answers.length}`
      if (now !== shown) result.replaceChildren()
      shown = now
    },
  }
}

function hostOptions(hosts: Readonly<Record<string, string>>, texts: Words['texts']) {
  const options = Object.entries(hosts).map(([host, name]) =>
    element('option', {value: host}, name),
  )
  return [element('option', {value: ''}, texts['paste-several']), ...options]
}

/** What the reading means for the answers: the one that holds, with its reason, or what is missing. */
function verdict({session, words, goToAnswer}: PanelContext): Node[] {
  const {texts, say} = words
  const offers = session.offers()
  const suggested = offers.find((offer) => offer.suggested)
  if (!suggested) {
    say(texts['paste-open'])
    const open = lacking(offers, session, words)
    return [
      element('p', {}, element('b', {}, texts['paste-open'])),
      ...titled(open.length > 0 && texts['paste-lacking'], open, 'notice'),
    ]
  }
  const said = fill(texts['paste-fits'], {
    words: withNames(suggested.choice.words, session.state.bindings),
  })
  say(said)
  return [
    element('p', {}, element('b', {}, said)),
    element('p', {class: 'reason'}, reason(suggested, session, words) || texts['suggested-else']),
    element(
      'button',
      {type: 'button', onclick: () => goToAnswer(suggested.choice.id)},
      texts['paste-go'],
    ),
  ]
}

function findings(reading: Reading, text: string, texts: Words['texts']): Node[] {
  const {summary, contradictions, assumptions, ignored, understood} = reading
  if (understood.length === 0) return [element('p', {class: 'alert'}, texts['paste-nothing'])]
  return [
    ...titled(contradictions.length > 0 && texts['paste-contradicts'], contradictions, 'alert'),
    ...titled(false, summary, 'summary'),
    ...titled(assumptions.length > 0 && texts['paste-assumed'], assumptions, 'reason'),
    ...notUnderstood(ignored, text, texts),
  ]
}

function titled(title: string | false, sentences: readonly string[], look: string): HTMLElement[] {
  if (sentences.length === 0) return []
  const items = sentences.map((sentence) => element('li', {}, sentence))
  const list = element('ul', {role: 'list'}, ...items)
  return [element('div', {class: look}, title && element('p', {}, element('b', {}, title)), list)]
}

function notUnderstood(numbers: readonly number[], text: string, texts: Words['texts']) {
  if (numbers.length === 0) return []
  const lines = text.split(/\r?\n/)
  const shown = numbers.map((number) => `${number}: ${lines[number - 1] ?? ''}`).join('\n')
  const title = fill(texts['paste-ignored'], {count: numbers.length})
  return [
    element('details', {}, element('summary', {}, title), element('pre', {tabindex: 0}, shown)),
  ]
}
