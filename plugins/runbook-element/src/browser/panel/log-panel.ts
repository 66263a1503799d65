import {logToJson, logToMarkdown, parseLog, timeText} from '@handrail/runbook/log'
import {fill} from '../../texts.ts'
import {element} from '../element.ts'
import type {PanelContext} from './panel.ts'

/** The log of the session: notes, export for the ticket, export and import to go on elsewhere. */
export function logPanel(context: PanelContext): HTMLElement {
  const {session, words} = context
  const entries = session.log.entries.map(({title, text, kind, ...stamp}) =>
    element('li', {}, `${timeText(stamp)} — ${title}${text ? `: ${text}` : ` (${kind})`}`),
  )
  return element(
    'div',
    {},
    noteForm(context),
    element('ol', {role: 'list', class: 'trail'}, ...entries),
    element('p', {}, ...exports(context)),
    importField(context),
    element('p', {}, words.texts['log-private']),
  )
}

function noteForm({session, words: {texts, say}}: PanelContext): HTMLElement {
  const name = element('input', {value: session.responder, autocomplete: 'name'})
  const note = element('input', {autocomplete: 'off'})
  const onsubmit = (event: Event): void => {
    event.preventDefault()
    session.responder = name.value.trim()
    if (note.value.trim() === '') return
    session.note(note.value.trim())
    say(texts['log-noted'])
  }
  return element(
    'form',
    {onsubmit},
    element('label', {}, texts['log-name'], ' ', name),
    ' ',
    element('label', {}, texts['log-note'], ' ', note),
    ' ',
    element('button', {type: 'submit'}, texts['log-add']),
  )
}

function exports({session, words: {texts}}: PanelContext): (Node | string)[] {
  const name = session.plan.name
  return [
    saveButton(texts['log-markdown'], `${name}.md`, () => logToMarkdown(session.log)),
    ' ',
    saveButton(texts['log-json'], `${name}.log.json`, () => logToJson(session.log)),
  ]
}

function saveButton(label: string, file: string, text: () => string): HTMLElement {
  const onclick = (): void => {
    const url = URL.createObjectURL(new Blob([text()], {type: 'text/plain'}))
    const link = element('a', {href: url, download: file})
    link.click()
    URL.revokeObjectURL(url)
  }
  return element('button', {type: 'button', onclick}, label)
}

function importField({session, words: {texts, say}}: PanelContext): HTMLElement {
  const input = element('input', {type: 'file', accept: '.json,application/json'})
  input.addEventListener('change', () => void take())
  return element('p', {}, element('label', {}, texts['log-import'], ' ', input))

  async function take(): Promise<void> {
    const text = (await input.files?.[0]?.text()) ?? ''
    const {log, problems} = parseLog(text)
    if (!log) return say(problems.join(' '))
    const runbook = log.legs.at(-1)?.runbook ?? ''
    if (runbook !== session.plan.name) return say(fill(texts['log-other'], {runbook}))
    session.resume(log)
  }
}
