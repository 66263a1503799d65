import type {Command, Runbook, Step} from '@handrail/runbook'
import {
  type Answer,
  type Given,
  type Offer,
  type State,
  back,
  carry,
  currentStep,
  guard,
  offers,
  start,
  step,
} from '@handrail/runbook/machine'
import {type Texts, fill} from '@handrail/runbook-element/texts'
import {blockText} from './block-text.ts'
import {stepText} from './step-text.ts'
import type {Terminal} from './terminal.ts'
import {wrap} from './wrap.ts'

export interface SessionOptions {
  texts: Texts
  given: Given
  /** Finds the runbook that a link leads to. */
  find(name: string): Runbook | undefined
}

/** How a session ended: at an outcome, or because its input did. */
export type SessionEnd = 'outcome' | 'left'

/**
 * Leads one responder through a runbook in a terminal. The same machine as in the browser: this
 * function only shows what it says and hands it answers.
 */
export async function runSession(
  first: Runbook,
  terminal: Terminal,
  options: SessionOptions,
): Promise<SessionEnd> {
  const session = new TerminalSession(first, terminal, options)
  return session.run()
}

class TerminalSession {
  private runbook: Runbook
  private state: State
  private revealed = new Set<Command>()
  private readonly terminal: Terminal
  private readonly options: SessionOptions

  constructor(runbook: Runbook, terminal: Terminal, options: SessionOptions) {
    this.runbook = runbook
    this.terminal = terminal
    this.options = options
    const {state, misfits} = start(runbook, options.given)
    this.state = state
    for (const {reason} of misfits) this.say(reason)
  }

  async run(): Promise<SessionEnd> {
    const {terminal} = this
    terminal.write(blockText(this.runbook.intro, terminal.width))
    for (;;) {
      this.show()
      const atOutcome = currentStep(this.runbook, this.state).outcome !== undefined
      const line = await terminal.ask('> ')
      if (line === undefined) return atOutcome ? 'outcome' : 'left'
      if (/^q(uit)?$/.test(line.trim())) return atOutcome ? 'outcome' : 'left'
      await this.answer(line.trim())
    }
  }

  private show(): void {
    const {terminal, runbook, state, revealed} = this
    const {texts} = this.options
    terminal.write('')
    terminal.write(
      stepText(runbook, state, this.offers(), {texts, width: terminal.width, revealed}),
    )
    terminal.write(wrap(this.help(), terminal.width))
  }

  private help(): string {
    const hidden = this.hiddenCommands().length ? 'show: show the hidden command. ' : ''
    const past = this.state.answers.length ? 'b: back. ' : ''
    return `(A number: that answer. ${hidden}${past}q: leave.)`
  }

  private async answer(line: string): Promise<void> {
    if (line === 'b') this.state = back(this.runbook, this.state)
    else if (line === 'show') await this.reveal()
    else if (/^\d+$/.test(line)) await this.choose(Number(line))
    else if (line) this.say('Type the number of an answer, or one of the letters in brackets.')
  }

  private async choose(number: number): Promise<void> {
    const offer = this.offers()[number - 1]
    if (!offer) return this.say(`There is no answer ${number}.`)
    if (offer.gone) return this.say(this.options.texts[`gone-${offer.gone}`])
    const roles = await this.askRoles(offer)
    if (!roles) return
    const answer: Answer = {
      step: this.state.step,
      choice: offer.choice.id,
      roles: {...offer.roles, ...roles},
    }
    const {state, misfits} = step(this.runbook, this.state, answer)
    this.state = state
    for (const {reason} of misfits) this.say(reason)
    if (state.leaves?.runbook) this.goOn(state.leaves.runbook)
  }

  private async askRoles(offer: Offer): Promise<Record<string, string> | undefined> {
    const roles: Record<string, string> = {}
    for (const role of offer.openRoles) {
      const question = fill(this.options.texts['which-host'], {role})
      const host = await this.terminal.ask(`${question} (${this.runbook.head.hosts.join(', ')}) `)
      if (!host || !this.runbook.head.hosts.includes(host.trim())) {
        this.say('That is not one of them.')
        return undefined
      }
      roles[role] = host.trim()
    }
    return roles
  }

  private goOn(name: string): void {
    const next = this.options.find(name)
    if (!next) {
      this.say(`The runbook ${name} is not here.`)
      this.state = back(this.runbook, this.state)
      return
    }
    const given = carry(this.state)
    this.runbook = next
    this.state = start(next, given).state
    this.revealed = new Set()
    this.terminal.write(`\n${next.title}\n\n${blockText(next.intro, this.terminal.width)}`)
  }

  /** Shows a command that destroys data once the name of its host has been typed. */
  private async reveal(): Promise<void> {
    const {texts} = this.options
    for (const command of this.hiddenCommands()) {
      const host = guard(command, this.state.bindings).blocks[0]?.name
      if (!host) continue
      this.say(command.caution ?? '')
      const typed = await this.terminal.ask(`${fill(texts['type-name'], {host})} `)
      if (typed?.trim() === host) this.revealed.add(command)
      else this.say(fill(texts['wrong-name'], {host}))
    }
  }

  private hiddenCommands(): Command[] {
    const {commands} = this.runbook.steps.find(({id}) => id === this.state.step) as Step
    return commands.filter((command) => command.effect === 'destroy' && !this.revealed.has(command))
  }

  private offers(): readonly Offer[] {
    return offers(this.runbook, this.state)
  }

  private say(sentence: string): void {
    this.terminal.write(wrap(sentence, this.terminal.width))
  }
}
