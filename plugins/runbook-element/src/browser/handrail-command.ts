import type {PlanCommand} from '@handrail/runbook'
import {type GuardedBlock, guard} from '@handrail/runbook/machine'
import {fill, whereText, whereWords} from '../texts.ts'
import {element} from './element.ts'
import {hostLabel} from './host-label.ts'
import type {Session} from './session.ts'
import {adoptStyle} from './style.ts'
import type {Words} from './words.ts'

/**
 * A command of a step with its names filled in: who runs it, the text to copy, and for what
 * destroys data the host's name to type first. The page's own block stays for those without script.
 */
export class HandrailCommand extends HTMLElement {
  private readonly root = this.attachShadow({mode: 'open'})
  /** Names typed to reveal a destroying block; a changed host asks again. */
  private confirmed = ''

  constructor() {
    super()
    adoptStyle(this.root)
    this.root.append(element('slot'))
  }

  /** Draws the command for a session. */
  show(session: Session, command: PlanCommand, words: Words): void {
    const {blocks, missing} = guard(command, session.state.bindings)
    const box = element('div', {class: `block ${command.effect}`})
    if (missing.length) {
      box.append(element('p', {class: 'where'}, whereWords(command, words.texts)))
      box.append(missingNote(missing, words))
    }
    for (const block of sameTextOnce(blocks)) {
      box.append(
        where(session, command, block, words),
        ...this.block(session, command, block, words),
      )
    }
    this.root.replaceChildren(box)
  }

  private block(
    session: Session,
    command: PlanCommand,
    block: Merged,
    words: Words,
  ): HTMLElement[] {
    if (command.effect === 'destroy' && this.confirmed !== block.on[0]!.name) {
      return this.confirmation(session, command, block.on[0]!, words)
    }
    if (command.kind === 'action') return [element('p', {}, block.text)]
    return [element('pre', {tabindex: 0}, ...unbroken(block.text)), copyButton(block.text, words)]
  }

  private confirmation(
    session: Session,
    command: PlanCommand,
    block: GuardedBlock,
    words: Words,
  ): HTMLElement[] {
    const input = element('input', {
      autocomplete: 'off',
      autocapitalize: 'none',
      spellcheck: 'false',
    })
    const onsubmit = (event: Event): void => {
      event.preventDefault()
      if (input.value.trim() !== block.name) {
        words.say(fill(words.texts['wrong-name'], {host: block.name}))
        return
      }
      this.confirmed = block.name
      this.show(session, command, words)
      this.root.querySelector('pre')?.focus()
    }
    return [
      element('p', {class: 'alert'}, command.caution ?? ''),
      element(
        'form',
        {onsubmit},
        element('label', {}, fill(words.texts['type-name'], {host: block.name}), ' ', input),
        ' ',
        element('button', {type: 'submit'}, words.texts.reveal),
      ),
    ]
  }
}

/** `Run on ● be1 (VICTIM): changes the system`; both hosts where the text is the same for both. */
function where(session: Session, command: PlanCommand, {on}: Merged, {texts}: Words): HTMLElement {
  const [before = '', after = ''] = whereText(command, texts).split('{host}')
  const labels = on.flatMap(({host, name}) => (name ? [' ', hostLabel(session, host, name)] : []))
  const named = command.on.kind === 'host' || command.on.kind === 'role'
  return named
    ? element('p', {class: 'where'}, before.trimEnd(), ...labels, after)
    : element('p', {class: 'where'}, before, after, ...labels)
}

/** Breaks lines at blanks only: a command broken inside an option is misread. */
function unbroken(text: string): (HTMLElement | string)[] {
  return text.split(/(\s+)/).map((part) => (part.trim() ? element('span', {}, part) : part))
}

interface Merged {
  on: GuardedBlock[]
  text: string
}

/** What reads the same on both hosts is shown once. */
function sameTextOnce(blocks: readonly GuardedBlock[]): Merged[] {
  const merged = new Map<string, Merged>()
  for (const block of blocks) {
    const same = merged.get(block.text)
    if (same) same.on.push(block)
    else merged.set(block.text, {on: [block], text: block.text})
  }
  return [...merged.values()]
}

function missingNote(missing: readonly string[], words: Words): HTMLElement {
  return element('p', {class: 'alert'}, fill(words.texts.missing, {names: missing.join(', ')}))
}

function copyButton(text: string, words: Words): HTMLElement {
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(text)
      words.say(words.texts.copied)
    } catch {
      words.say(words.texts['not-copied'])
    }
  }
  return element('button', {type: 'button', onclick: () => void copy()}, words.texts.copy)
}
