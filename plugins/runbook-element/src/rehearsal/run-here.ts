import {element} from '../browser/element.ts'
import {fill} from '../texts.ts'
import type {RehearsalTexts} from './texts.ts'

type Run = (host: string, text: string) => void

/** The consoles of the rehearsal that runs on this page, if one does. */
let open: {readonly run: Run; readonly texts: RehearsalTexts} | undefined

/** Fired on `document` when consoles open or close. */
export const consolesChanged = 'handrail-rehearsal'

export function openConsoles(run: Run, texts: RehearsalTexts): void {
  open = {run, texts}
  document.dispatchEvent(new Event(consolesChanged))
}

export function closeConsoles(): void {
  if (!open) return
  open = undefined
  document.dispatchEvent(new Event(consolesChanged))
}

/** A command of a runbook for one host, as `guard` gives it. */
interface Block {
  /** The host's placeholder; absent for another machine. */
  readonly host?: string
  readonly text: string
}

/**
 * A button that runs a runbook's command in the rehearsal on this page; undefined while there is
 * none.
 *
 * @param names the real names that the command was filled in with, by placeholder.
 */
export function runHereButton(
  {host = 'elsewhere', text}: Block,
  names: Readonly<Record<string, string>>,
): HTMLElement | undefined {
  if (!open) return undefined
  const {run, texts} = open
  const onclick = (): void => run(host, withPlaceholders(text, names))
  const name = host === 'elsewhere' ? texts.elsewhere : host
  return element('button', {type: 'button', onclick}, fill(texts['run-here'], {host: name}))
}

/** In a rehearsal the hosts are called by their placeholders. */
function withPlaceholders(text: string, names: Readonly<Record<string, string>>): string {
  return Object.entries(names).reduce((changed, [placeholder, name]) => {
    const forms = [name, name.split('.', 1)[0]!].map((form) => form.replaceAll('.', String.raw`\.`))
    return changed.replaceAll(
      new RegExp(`(?<![\\w.-])(?:${forms.join('|')})(?![\\w.-])`, 'g'),
      placeholder,
    )
  }, text)
}
