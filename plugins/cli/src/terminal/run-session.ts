import type {Command, Observations, Runbook} from '@handrail/runbook'
import type {Happening} from '@handrail/runbook/log'
import {
  type Answer,
  type Given,
  type Offer,
  type State,
  back,
  carry,
  guard,
  offers,
  replay,
  start,
  step,
} from '@handrail/runbook/machine'
import {type Texts, fill} from '@handrail/runbook-element/texts'
import {blockText} from './block-text.ts'
import type {Journal} from './journal.ts'
import {type Reader, readPaste} from './read-paste.ts'
import {stepText} from './step-text.ts'
import type {Terminal} from './terminal.ts'
import {wrap} from './wrap.ts'

export interface SessionOptions {
  texts: Texts
  given: Given
  /** Answers of a session that is taken up again. */
  answers?: readonly Answer[]
  /** Finds the runbook that a link leads to. */
  find(name: string): Runbook | undefined
  /** Loads what reads pasted output. */
  reader(): Promise<Reader>
  journal: Journal
}

const nothingSeen: Observations = {hosts: {}, cluster: {}}

/**
 * Leads one responder through a runbook in a terminal, until the input ends. The same machine as in
 * the browser: this only shows what it says and hands it answers.
 */
export async function runSession(
  first: Runbook,
  terminal: Terminal,
  options: SessionOptions,
): Promise<void> {
  await new TerminalSession(first, terminal, options).run()
}

class TerminalSession {
  private runbook: Runbook
  private state: State
  private observations = nothingSeen
  private revealed = new Set<Command>()
  private readonly terminal: Terminal
  private readonly options: SessionOptions
  /** What can be typed beside the number of an answer. */
  private readonly words: Record<string, (rest: string) => void | Promise<void>> = {
    b: () => this.back(),
    p: () => this.paste(),
    n: (rest) => this.note(rest),
    show: () => this.reveal(),
    h: () => this.explain(),
  }

  constructor(runbook: Runbook, terminal: Terminal, options: SessionOptions) {
    this.runbook = runbook
    this.terminal = terminal
    this.options = options
    const {given, answers = []} = options
    const {state, misfits} = replay(runbook, answers, given)
    this.state = state
    for (const {reason} of misfits) this.say(reason)
    if (answers.length === 0) this.log({kind: 'start'})
  }

  async run(): Promise<void> {
    this.say(`Log: ${this.options.journal.file}. Type h for help.`)
    this.terminal.write(`\n${blockText(this.runbook.intro, this.terminal.width)}`)
    this.show()
    for (;;) {
      const line = (await this.terminal.ask('> '))?.trim()
      if (line === undefined || line === 'q') return
      await this.obey(line)
    }
  }

  private async obey(line: string): Promise<void> {
    const [, word = '', rest = ''] = /^(\S*)\s*(.*)$/s.exec(line)!
    if (/^\d+$/.test(line)) await this.choose(Number(line))
    else if (Object.hasOwn(this.words, word)) await this.words[word]!(rest)
    else if (line) this.say('Type the number of an answer, or h for help.')
  }

  private show(): void {
    const {terminal, runbook, state, revealed} = this
    const options = {texts: this.options.texts, width: terminal.width, revealed}
    terminal.write(`\n${stepText(runbook, state, this.offers(), options)}\n`)
  }

  private explain(): void {
    const lines = [
      'NUMBER  take that answer',
      'b       back: change the last answer',
      'p       paste output; the answer that fits is pointed out',
      'n TEXT  write a note into the log',
      'show    show a command that destroys data, after typing its host’s name',
      'q       leave; the log keeps everything, --resume takes it up again',
    ]
    this.terminal.write(lines.join('\n'))
  }

  private back(): void {
    this.state = back(this.runbook, this.state)
    this.log({kind: 'back'})
    this.show()
  }

  private note(text: string): void {
    if (!text) return this.say('Type the note behind the n.')
    this.log({kind: 'note', text})
    this.say('Noted.')
  }

  private async paste(): Promise<void> {
    const {hosts} = this.state.bindings
    const pasted = await readPaste(this.terminal, await this.options.reader(), hosts)
    if (!pasted) return
    this.observations = pasted.merge(this.observations)
    this.log({kind: 'evidence', text: pasted.text, ...(pasted.host && {host: pasted.host})})
    this.show()
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
    if (misfits.length === 0) this.log({kind: 'answer', answer})
    // What was seen before something was done says nothing about now.
    this.observations = nothingSeen
    if (state.leaves?.runbook) this.goOn(state.leaves.runbook)
    this.show()
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
    this.log({kind: 'start'})
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
    this.show()
  }

  private hiddenCommands(): Command[] {
    const commands = this.runbook.steps.find(({id}) => id === this.state.step)?.commands ?? []
    return commands.filter((command) => command.effect === 'destroy' && !this.revealed.has(command))
  }

  private offers(): readonly Offer[] {
    return offers(this.runbook, this.state, this.observations)
  }

  private log(happening: Happening): void {
    this.options.journal.add(this.runbook, this.state, happening)
  }

  private say(sentence: string): void {
    this.terminal.write(wrap(sentence, this.terminal.width))
  }
}
