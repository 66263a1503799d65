import type {PlanCommand} from '@handrail/runbook'
import {type GuardedBlock, guard, withNames, withRoles} from '@handrail/runbook/machine'
import {refusalAnswer} from '../refusal-answer.ts'
import {fill, placeText, whereWords} from '../texts.ts'
import {element} from './element.ts'
import {hostLabel} from './host-label.ts'
import type {Session} from './session.ts'
import {adoptStyle} from './style.ts'
import type {Words} from './words.ts'

/** What a command is drawn from. */
export interface CommandContext {
  readonly session: Session
  readonly words: Words
  /** Shows the step at which a name is decided. */
  decide(step: string): void
  /** Moves to an answer of this step. */
  goToAnswer(choice: string): void
}

/**
 * A command of a step with its names filled in: who runs it, the text to copy, and for what
 * destroys data the host's name to type first. The page's own block stays for those without script.
 */
export class HandrailCommand extends HTMLElement {
  private readonly root = this.attachShadow({mode: 'open'})
  /** The host whose name was typed to reveal a destroying block; another host asks again. */
  private confirmed = ''

  constructor() {
    super()
    adoptStyle(this.root)
    this.root.append(element('slot'), element('slot', {name: 'expected'}))
  }

  /** Draws the command for a session. */
  show(context: CommandContext, command: PlanCommand): void {
    const {blocks, missing} = guard(command, context.session.state.bindings)
    const drawn =
      missing.length > 0
        ? [this.missing(context, command, missing)]
        : sameTextOnce(blocks).map((block) => this.block(context, command, block))
    this.root.replaceChildren(
      element(
        'div',
        {class: `block ${command.effect}`},
        ...caution(context, command),
        ...drawn,
        element('slot', {name: 'danger'}),
        element('slot', {name: 'expected'}),
        missing.length === 0 && refusal(context, command),
      ),
    )
  }

  /** The buttons that copy what is shown now. */
  copyButtons(): HTMLButtonElement[] {
    return [...this.root.querySelectorAll<HTMLButtonElement>('button.copy')]
  }

  private missing(
    {session, words: {texts}, decide}: CommandContext,
    command: PlanCommand,
    missing: readonly string[],
  ): HTMLElement {
    const deciding = session.plan.steps.find(({choices}) =>
      choices.some(({bindings}) => bindings.some(({role}) => missing.includes(role))),
    )
    const label = deciding && fill(texts['decide-at'], {title: deciding.title})
    return element(
      'div',
      {},
      element('p', {class: 'where'}, whereWords(command, texts)),
      element('p', {}, fill(texts.missing, {names: missing.join(', ')})),
      deciding && element('button', {type: 'button', onclick: () => decide(deciding.id)}, label),
    )
  }

  private block(context: CommandContext, command: PlanCommand, block: Merged): HTMLElement {
    const {session, words} = context
    const name = block.on[0]?.name ?? ''
    const isHidden = command.effect === 'destroy' && this.confirmed !== name
    const isCopied = command.kind === 'shell' && !isHidden
    return element(
      'div',
      {},
      element(
        'div',
        {class: 'head'},
        element('p', {class: 'where', tabindex: -1}, ...where(session, command, block, words)),
        isCopied && copyButton(context, command, block),
      ),
      isHidden ? this.confirmation(context, command, name) : content(command, block),
    )
  }

  private confirmation(context: CommandContext, command: PlanCommand, host: string): HTMLElement {
    const {words} = context
    const {texts} = words
    const input = element('input', {
      autocomplete: 'off',
      autocapitalize: 'none',
      spellcheck: 'false',
    })
    const onsubmit = (event: Event): void => {
      event.preventDefault()
      if (input.value.trim() !== host) return words.say(fill(texts['wrong-name'], {host}))
      this.confirmed = host
      this.show(context, command)
      this.root.querySelector<HTMLElement>('.where')?.focus()
      words.say(fill(texts.revealed, {host}))
    }
    return element(
      'form',
      {class: 'confirm', onsubmit},
      element('label', {}, fill(texts['type-name'], {host}), ' ', input),
      ' ',
      element('button', {type: 'submit'}, texts.reveal),
    )
  }
}

/** What the author says is lost, with the hosts named that the roles have become. */
function caution({session, words: {texts}}: CommandContext, {effect, caution: text}: PlanCommand) {
  if (effect !== 'destroy' || text === undefined) return []
  return [
    element('p', {class: 'lost'}, element('b', {}, texts.caution)),
    element('p', {}, withRoles(text, session.state.bindings)),
  ]
}

function content(command: PlanCommand, {text}: Merged): HTMLElement {
  if (command.kind === 'action') return element('p', {class: 'action'}, text)
  return element('pre', {tabindex: 0}, ...unbroken(text))
}

/** `Run on ● be1 VICTIM: changes the system`; both hosts where the text is the same for both. */
function where(
  session: Session,
  command: PlanCommand,
  {on}: Merged,
  {texts}: Words,
): (HTMLElement | string)[] {
  const said = placeText(command, texts)
  const [before = '', after = ''] = said.split('{host}')
  const labels = on.flatMap(({host}) => (host ? [' ', hostLabel(session, host)] : []))
  const badge = element('span', {class: `effect ${command.effect}`}, texts[command.effect])
  const isNamed = said.includes('{host}')
  return isNamed
    ? [before.trimEnd(), ...labels, after, ' ', badge]
    : [before, ...labels, ' ', badge]
}

/** What to do if the command is refused: the answer for it, or else not to go on. */
function refusal({words: {texts}, session, goToAnswer}: CommandContext, command: PlanCommand) {
  if (command.effect === 'read') return undefined
  const choice = refusalChoice(session, command)
  if (!choice) return element('p', {class: 'reason'}, texts['refused-else'])
  const [before = '', after = ''] = texts.refused.split('{words}')
  const words = withNames(choice.words, session.state.bindings)
  const link = element(
    'button',
    {type: 'button', class: 'quiet', onclick: () => goToAnswer(choice.id)},
    words,
  )
  return element('p', {class: 'reason'}, before, link, after)
}

function refusalChoice({plan, state}: Session, command: PlanCommand) {
  const step = plan.steps.find(({id}) => id === state.step)
  return step && refusalAnswer(step.choices, command)
}

/**
 * Breaks lines at blanks, and in paths after a slash that is not their first: broken inside an option
 * or after `/` alone they are misread.
 */
function unbroken(text: string): (HTMLElement | string)[] {
  return text.split(/(\s+)/).flatMap((part): (HTMLElement | string)[] => {
    if (!part.trim()) return [part]
    const pieces = part.split(/(?<=[^/]\/)(?=[^/])/).map((piece) => element('span', {}, piece))
    return pieces.flatMap((piece, at) => (at === 0 ? [piece] : [element('wbr'), piece]))
  })
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

function copyButton(
  {session, words: {texts, language, say}}: CommandContext,
  {effect}: PlanCommand,
  {on, text}: Merged,
): HTMLElement {
  const names = on.map(({name}) => name).filter((name) => name !== '')
  const hosts = new Intl.ListFormat(language).format(names)
  const button = element('button', {
    type: 'button',
    class: 'copy',
    'aria-label': fill(texts['copy-for'], {hosts}),
  })
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(text)
    } catch {
      return say(texts['not-copied'])
    }
    button.textContent = texts['copied-mark']
    button.dataset['copied'] = ''
    button.removeAttribute('aria-label')
    say(fill(texts[effect === 'read' ? 'copied' : 'copied-guarded'], {hosts}))
    const host = on.length === 1 ? on[0]!.host : undefined
    session.copied(text, host)
    // A rehearsal on the same page has it ready in the console of that host.
    const detail = {text, host}
    button.dispatchEvent(
      new CustomEvent('handrail-copied', {bubbles: true, composed: true, detail}),
    )
  }
  button.append(texts.copy)
  button.addEventListener('click', () => void copy())
  return button
}
