import type {Output, Turn} from '@handrail/runbook/rehearse'
import {element} from '../browser/element.ts'
import {fill} from '../texts.ts'
import {clock} from './clock.ts'
import {heading} from './heading.ts'
import {outputText} from './introduction.ts'
import type {Play} from './play.ts'
import type {RehearsalData} from './rehearsal-data.ts'
import type {RehearsalTexts} from './texts.ts'

/** The console of a host, or of another machine: what was typed, what it printed, and a line to type. */
export function consolePane(
  play: Play,
  host: string,
  {texts, level, system}: RehearsalData,
): HTMLElement {
  const name = host === 'elsewhere' ? texts.elsewhere : host
  const label = fill(texts.console, {host: name})
  const log = element('div', {role: 'log', class: 'output', tabindex: 0, 'aria-label': label})
  play.onTurn((turn) => {
    const {action} = turn
    if (action.kind !== 'type' || action.host !== host) return
    log.append(...entry(turn, action.text, name, texts))
    log.scrollTop = log.scrollHeight
  })
  return element(
    'section',
    {class: 'pane', 'data-host': host, 'aria-label': label},
    heading(level + 1, `host host-${system.hosts.indexOf(host) + 1}`, name),
    log,
    commandLine(play, host, fill(texts.command, {host: name}), texts),
  )
}

function entry({at, output, deeds}: Turn, text: string, name: string, texts: RehearsalTexts) {
  const typed = element('p', {class: 'typed'}, `${clock(at)} ${name}# `, element('b', {}, text))
  const isSilent = output.length === 0 && deeds.some(({refused}) => refused === undefined)
  const done = isSilent && element('p', {class: 'note'}, texts.done)
  return [typed, ...output.map((one) => printed(one, texts)), ...(done ? [done] : [])]
}

function printed(output: Output, texts: RehearsalTexts): HTMLElement {
  const text = outputText(output, texts)
  return output.kind === 'text' ? element('pre', {}, text) : element('p', {class: 'note'}, text)
}

/** A field that takes a pasted block as it is; Enter runs it, the arrows bring back earlier lines. */
function commandLine(play: Play, host: string, label: string, texts: RehearsalTexts): HTMLElement {
  const field = element('textarea', {
    rows: 1,
    'aria-label': label,
    autocomplete: 'off',
    autocapitalize: 'none',
    spellcheck: 'false',
    enterkeyhint: 'send',
  })
  play.onPrepared((text, on) => {
    if (on === undefined || on === host) field.value = text
  })
  const history = new History(play, host)
  const run = (): void => {
    const text = field.value.trim()
    field.value = ''
    history.reset()
    if (text) play.do({kind: 'type', host, text})
  }
  field.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) {
      event.preventDefault()
      run()
    } else if (['ArrowUp', 'ArrowDown'].includes(event.key) && !field.value.includes('\n')) {
      event.preventDefault()
      field.value = history.move(event.key === 'ArrowUp' ? -1 : 1)
    }
  })
  const onsubmit = (event: Event): void => {
    event.preventDefault()
    run()
  }
  return element(
    'form',
    {class: 'line', onsubmit},
    field,
    element('button', {type: 'submit'}, texts.run),
  )
}

/** The lines typed on a host so far, to walk through with the arrow keys. */
class History {
  private readonly lines: string[] = []
  private at = 0

  constructor(play: Play, host: string) {
    play.onTurn(({action}) => {
      if (action.kind === 'type' && action.host === host) this.lines.push(action.text)
      this.reset()
    })
  }

  reset(): void {
    this.at = this.lines.length
  }

  /** The line before or after; empty behind the last one. */
  move(by: -1 | 1): string {
    this.at = Math.min(this.lines.length, Math.max(0, this.at + by))
    return this.lines[this.at] ?? ''
  }
}
