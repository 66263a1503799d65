import {logToJson, logToMarkdown} from '@handrail/runbook/log'
import {element} from './element.ts'
import type {Session} from './session.ts'

const minute = 60_000

/** Saves the log as a file: Markdown for a ticket, or JSON to go on elsewhere. */
export function saveLog({log, plan}: Session, form: 'log-markdown' | 'log-json'): void {
  const [text, file] =
    form === 'log-json'
      ? [logToJson(log), `${plan.name}.log.json`]
      : [logToMarkdown(log), `${plan.name}.md`]
  const url = URL.createObjectURL(new Blob([text], {type: 'text/plain'}))
  element('a', {href: url, download: file}).click()
  // Some browsers read it only after the click.
  setTimeout(() => URL.revokeObjectURL(url), minute)
}
