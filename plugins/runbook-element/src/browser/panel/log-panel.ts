import {type Entry, parseLog} from '@handrail/runbook/log'
import {fill} from '../../texts.ts'
import {element} from '../element.ts'
import type {Part} from '../names-bar.ts'
import {saveLog} from '../save-log.ts'
import {type KeptSession, lastUse} from '../session-store.ts'
import {type Words, timeInWords} from '../words.ts'
import {draft} from './draft.ts'
import type {PanelContext} from './panel.ts'

/** The log of the session: notes, export for the ticket, export and import to go on elsewhere. */
export function logPanel(context: PanelContext): Part {
  const {session, words} = context
  const named = {'aria-label': words.texts.log, tabindex: 0}
  const entries = element('ol', {role: 'list', class: 'entries', ...named})
  const sessions = element('div', {})
  const node = element(
    'div',
    {},
    noteForm(context),
    entries,
    exports(context),
    importField(context),
    sessions,
    element('p', {class: 'reason'}, words.texts['log-private']),
  )
  return {
    node,
    update() {
      const items = session.log.entries.map((entry) => entryItem(entry, words))
      entries.replaceChildren(
        ...(items.length ? items : [element('li', {}, words.texts['log-empty'])]),
      )
      entries.scrollTop = entries.scrollHeight
      sessions.replaceChildren(...keptSessions(context))
    },
  }
}

function entryItem(
  {kind, title, text, host, by, at, offset}: Entry,
  {texts, language}: Words,
): HTMLElement {
  const clock = new Date(Date.parse(at) + offset * 60_000).toISOString().slice(11, 19)
  const what = [texts[`entry-${kind}`], host, by].filter((part) => part !== undefined)
  const isOutput = kind === 'run' || kind === 'evidence'
  return element(
    'li',
    {class: kind},
    element('time', {datetime: at, title: timeInWords(at, language)}, clock),
    ` ${title} `,
    element('span', {class: 'reason'}, what.join(', ')),
    text !== undefined && element(isOutput ? 'pre' : 'span', {class: 'said'}, text),
  )
}

function noteForm({session, words: {texts, say}}: PanelContext): HTMLElement {
  const name = element('input', {value: session.responder, autocomplete: 'name'})
  const note = draft('note', element('textarea', {rows: 2, 'data-first': true}))
  name.addEventListener('change', () => void (session.responder = name.value.trim()))
  const onsubmit = (event: Event): void => {
    event.preventDefault()
    if (note.field.value.trim() === '') return
    session.note(note.field.value.trim())
    note.clear()
    say(texts['log-noted'])
  }
  note.field.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) onsubmit(event)
  })
  return element(
    'form',
    {onsubmit},
    element('label', {class: 'wide'}, texts['log-note'], note.field),
    element('label', {}, texts['log-name'], ' ', name),
    ' ',
    element('button', {type: 'submit'}, texts['log-add']),
  )
}

function exports({session, words: {texts}}: PanelContext): HTMLElement {
  const button = (id: 'log-markdown' | 'log-json'): HTMLElement =>
    element('button', {type: 'button', onclick: () => saveLog(session, id)}, texts[id])
  return element('p', {class: 'row'}, button('log-markdown'), button('log-json'))
}

function importField({session, place, words: {texts, say}, titleOf}: PanelContext): HTMLElement {
  const input = element('input', {type: 'file', accept: '.json,application/json'})
  const take = async (): Promise<void> => {
    const text = (await input.files?.[0]?.text()) ?? ''
    const {log, problems} = parseLog(text)
    if (!log) return say(problems.join(' '))
    const runbook = log.legs.at(-1)?.runbook ?? ''
    if (runbook === session.plan.name) return place.import(log)
    say(fill(texts['log-other'], {runbook: titleOf(runbook) ?? runbook}))
  }
  input.addEventListener('change', () => void take())
  return element('p', {}, element('label', {class: 'wide'}, texts['log-import'], ' ', input))
}

function keptSessions(context: PanelContext): HTMLElement[] {
  const {place, words} = context
  if (place.earlier.length === 0) return []
  const items = place.earlier.map((kept) => element('li', {}, ...keptItem(kept, context)))
  return [
    element(
      'details',
      {},
      element('summary', {}, `${words.texts['log-sessions']} (${items.length})`),
      element('ul', {role: 'list'}, ...items),
    ),
  ]
}

function keptItem(kept: KeptSession, {place, words}: PanelContext): (HTMLElement | string)[] {
  const {texts, language} = words
  const label = fill(texts['log-session'], {
    time: timeInWords(lastUse(kept.log), language),
    count: kept.log.legs.at(-1)?.answers.length ?? 0,
    entries: kept.log.entries.length,
  })
  const forget = (event: Event): void => {
    place.forget(kept.id)
    ;(event.target as Element).closest('li')?.remove()
  }
  return [
    label,
    ' ',
    element('button', {type: 'button', onclick: () => place.join(kept)}, texts['earlier-join']),
    ' ',
    element('button', {type: 'button', class: 'quiet', onclick: forget}, texts['log-forget']),
  ]
}
