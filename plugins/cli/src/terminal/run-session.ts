import type {Command, Runbook} from '@handrail/runbook'
import {durationText, graphOf, graphText} from '@handrail/runbook/graph'
import {type Happening, logToMarkdown} from '@handrail/runbook/log'
import {
  type Answer,
  type Given,
  type Offer,
  type State,
  back,
  carry,
  distinctAssignments,
  guard,
  nothingSeen,
  observe,
  offers,
  replay,
  revise,
  start,
  step,
  withRoles,
} from '@handrail/runbook/machine'
import {fill} from '@handrail/runbook-element/texts'
import type {RunbookLibrary} from '../library/runbook-library.ts'
import {blockText} from './block-text.ts'
import type {Journal} from './journal.ts'
import {answersText, revisedSentences} from './answers-text.ts'
import {type PasteContext, type Pasted, type Reader, askPaste, takePaste} from './read-paste.ts'
import {type StepTextOptions, choicesText, stepOf, stepText} from './step-text.ts'
import type {Terminal} from './terminal.ts'
import type {TerminalTexts} from './words.ts'
import {wrap} from './wrap.ts'

export interface SessionOptions {
  texts: TerminalTexts
  plain?: boolean | undefined
  /** Where the session stands when it is shown first. */
  state: State
  /** Finds the runbook that a choice leads to. */
  find: RunbookLibrary
  /** Loads what reads pasted output. */
  reader(): Promise<Reader>
  journal: Journal
  /** Seconds since some moment, to count waits by. */
  clock(): number
}

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
  private shownAt = 0
  private leaving = false
  /** The answer that is being changed, and where the session stood before. */
  private changing: {former: State; index: number} | undefined
  private readonly terminal: Terminal
  private readonly options: SessionOptions
  private readonly texts: TerminalTexts
  /** What can be typed beside the number of an answer. */
  private readonly words: Record<string, (rest: string) => void | Promise<void>> = {
    b: () => (this.changing ? this.keepAnswer() : this.back()),
    a: (rest) => this.answers(rest),
    p: () => this.paste(),
    n: (rest) => this.note(rest),
    show: () => this.reveal(),
    r: () => this.show(),
    m: () => this.map(),
    run: (rest) => this.runOther(rest),
    log: () => this.terminal.write(logToMarkdown(this.options.journal.log)),
    h: () => this.terminal.write(this.texts.help),
    q: () => this.leave(),
  }

  constructor(runbook: Runbook, terminal: Terminal, options: SessionOptions) {
    this.runbook = runbook
    this.terminal = terminal
    this.options = options
    this.texts = options.texts
    this.state = options.state
  }

  async run(): Promise<void> {
    this.introduce()
    this.show()
    while (!this.leaving) {
      const typed = await this.terminal.ask(this.texts.prompt)
      if (typed === undefined) break
      await this.obey(typed)
    }
    this.keepUnfinished()
  }

  /** Lines that came at once are commands if all of them are; else they are output. */
  private async obey(typed: string): Promise<void> {
    const lines = typed.split('\n').map((line) => line.trim())
    const isCommand = (line: string) => /^\d*$/.test(line) || this.wordOf(line) !== undefined
    if (lines.length > 1 && !lines.every(isCommand)) await this.pasted(typed)
    else for (const line of lines) await this.obeyLine(line)
  }

  private async obeyLine(line: string): Promise<void> {
    const word = this.wordOf(line)
    if (/^\d+$/.test(line)) await this.choose(Number(line))
    else if (word !== undefined) await this.words[word]!(line.slice(word.length).trim())
    else if (line) this.say(this.texts['number-please'])
  }

  private wordOf(line: string): string | undefined {
    const word = line.split(/\s/, 1)[0]!
    return Object.hasOwn(this.words, word) ? word : undefined
  }

  private introduce(): void {
    const {width} = this.terminal
    const {plain} = this.options
    const {title, intro, head} = this.runbook
    const unproven = head.unproven.map((claim) =>
      wrap(fill(this.texts['not-proven'], {claim}), width, '  '),
    )
    const parts = [title, blockText(intro, {width, plain}), unproven.join('\n')].filter(Boolean)
    this.terminal.write(`\n${parts.join('\n\n')}`)
  }

  private show(): void {
    const text = stepText(this.runbook, this.state, this.offers(), this.style())
    this.shownAt = this.options.clock()
    this.terminal.write(`\n${text}\n`)
    if (stepOf(this.runbook, this.state).choices.length === 0) {
      this.say(this.texts.end)
    }
  }

  private style(): StepTextOptions {
    const {plain} = this.options
    return {texts: this.texts, plain, width: this.terminal.width, revealed: this.revealed}
  }

  private map(): void {
    const {number} = stepOf(this.runbook, this.state)
    this.terminal.write(`${graphText(graphOf(this.runbook))}\n${fill(this.texts.here, {number})}`)
  }

  /** The last answer may have been given in the runbook before this one. */
  private async back(): Promise<void> {
    const within = this.state.answers.length > 0
    if (within) this.state = back(this.runbook, this.state)
    else if (!(await this.backToRunbook())) return
    this.stand(this.state)
    this.log({kind: 'back', ...(!within && {leg: true})})
    this.show()
  }

  private async backToRunbook(): Promise<boolean> {
    const before = this.options.journal.log.legs.at(-2)
    const runbook = before && (await this.options.find(before.runbook))
    if (!runbook) {
      this.say(before ? this.notHere(before.runbook) : this.texts['no-way-back'])
      return false
    }
    const {state} = replay(runbook, before.answers, before.given)
    this.runbook = runbook
    this.state = state.leaves ? back(runbook, state) : state
    return true
  }

  private note(text: string): void {
    if (!text) return this.say(this.texts['note-please'])
    this.log({kind: 'note', text})
    this.say(this.texts['log-noted'])
  }

  private async paste(): Promise<void> {
    this.see(await askPaste(await this.pasteContext()))
  }

  private async pasted(text: string): Promise<void> {
    this.see(await takePaste(await this.pasteContext(), text))
  }

  private async pasteContext(): Promise<PasteContext> {
    const {terminal, texts} = this
    return {terminal, texts, names: this.state.bindings.hosts, reader: await this.options.reader()}
  }

  private see(pasted: Pasted | undefined): void {
    if (!pasted) return this.say(this.texts['nothing-pasted'])
    this.observations = observe(this.observations, pasted.seen)
    this.log({kind: 'evidence', text: pasted.text, ...(pasted.host && {host: pasted.host})})
    this.terminal.write(`\n${choicesText(this.offers(), this.state, this.style())}\n`)
  }

  private async choose(number: number): Promise<void> {
    const offer = this.offers()[number - 1]
    if (!offer) return this.say(fill(this.texts['no-answer'], {number}))
    if (offer.gone) return this.say(this.texts[`gone-${offer.gone}`])
    const roles = await this.askRoles(offer)
    if (!roles) return
    const {id, wait} = offer.choice
    const waited = Math.floor(this.options.clock() - this.shownAt)
    const answer = {
      step: this.state.step,
      choice: id,
      roles: {...offer.roles, ...roles},
      ...(wait && waited > 0 && {waited}),
    }
    await this.take(answer)
  }

  /** Takes an answer, in the place of the one that is being changed if there is one. */
  private async take(answer: Answer): Promise<void> {
    const {changing, runbook} = this
    const {state, misfits} = changing
      ? revise(runbook, changing.former, changing.index, answer)
      : step(runbook, this.state, answer)
    const own = misfits.find((misfit) => misfit.answer === answer)
    if (own) return this.say(own.reason)
    const next = state.leaves?.runbook
    const other = next === undefined ? undefined : await this.options.find(next)
    if (next !== undefined && !other) return this.say(this.notHere(next))
    if (changing) this.log({kind: 'back'})
    this.changing = undefined
    this.state = state
    // What was seen before something was done says nothing about now.
    this.observations = nothingSeen
    this.log({kind: 'answer', answer})
    const kept = changing ? state.answers.length - changing.index - 1 : 0
    revisedSentences(runbook, {misfits, kept}, this.texts).forEach((one) => this.say(one))
    if (other) this.goOn(other, carry(state))
    else this.showNext(answer)
  }

  private showNext({choice}: Answer): void {
    const {choices} = stepOf(this.runbook, this.state)
    const wait = choices.find(({id}) => id === choice)?.wait
    const waits = wait && this.state.waited[choice] !== undefined
    if (waits) this.say(fill(this.texts.wait, {every: durationText(wait.every)}))
    this.show()
  }

  /** Shows the answers so far, or goes back to the one of a number to change it. */
  private answers(text: string): void {
    const former = this.changing?.former ?? this.state
    const index = Number(text) - 1
    if (!text) {
      this.terminal.write(answersText(this.runbook, former, this.texts, this.terminal.width))
    } else if (former.answers[index]) {
      this.changing = {former, index}
      const before = former.answers.slice(0, index)
      this.stand(replay(this.runbook, before, former.given).state)
      this.say(fill(this.texts.changing, {number: text}))
      this.show()
    } else this.say(fill(this.texts['no-answer'], {number: text}))
  }

  /** Leaves the answer that was being changed, and all after it, as they were. */
  private keepAnswer(): void {
    this.stand(this.changing!.former)
    this.changing = undefined
    this.show()
  }

  private stand(state: State): void {
    this.state = state
    this.observations = nothingSeen
    this.revealed = new Set()
  }

  /** Asks for the hosts of roles that nothing seen settles; the last one goes without saying. */
  private async askRoles({openRoles}: Offer): Promise<Record<string, string> | undefined> {
    const {hosts} = this.state.bindings
    let ways = distinctAssignments(openRoles, Object.keys(hosts))
    for (const role of openRoles) {
      if (ways.length === 1) break
      const question = fill(this.texts['which-host'], {role})
      const typed = await this.terminal.ask(`${question} (${Object.values(hosts).join(', ')}) `)
      const host = Object.keys(hosts).find((one) => [one, hosts[one]].includes(typed?.trim()))
      ways = ways.filter((way) => way[role] === host)
    }
    if (ways.length === 0) this.say(this.texts['not-a-host'])
    return ways[0]
  }

  private async runOther(name: string): Promise<void> {
    const next = name && (await this.options.find(name))
    if (!next) return this.say(name ? this.notHere(name) : this.texts['name-please'])
    const {hosts, values} = this.state.bindings
    this.goOn(next, {hosts, values})
  }

  private goOn(next: Runbook, given: Given): void {
    this.runbook = next
    this.changing = undefined
    this.stand(start(next, given).state)
    this.log({kind: 'start'})
    this.introduce()
    this.show()
  }

  /** Shows a command that destroys data once the name of its host has been typed. */
  private async reveal(): Promise<void> {
    const {texts} = this
    for (const command of this.hiddenCommands()) {
      const host = guard(command, this.state.bindings).blocks[0]?.name
      if (!host) continue
      this.say(withRoles(command.caution ?? '', this.state.bindings))
      const typed = await this.terminal.ask(`${fill(texts['type-name'], {host})} `)
      if (typed?.trim() === host) this.revealed.add(command)
      else this.say(fill(texts['wrong-name'], {host}))
    }
    this.show()
  }

  private hiddenCommands(): Command[] {
    const {commands} = stepOf(this.runbook, this.state)
    return commands.filter((command) => command.effect === 'destroy' && !this.revealed.has(command))
  }

  private offers(): readonly Offer[] {
    return offers(this.runbook, this.state, this.observations)
  }

  /** A log that is not on the disk is not left without a word. */
  private async leave(): Promise<void> {
    const {problem} = this.options.journal
    const typed =
      problem === undefined ? 'q' : await this.terminal.ask(fill(this.texts.unsaved, {problem}))
    this.leaving = typed === undefined || typed.trim() === 'q'
  }

  /** A note that was being typed when the connection ended. */
  private keepUnfinished(): void {
    const note = /^n\s+(\S.*)/s.exec(this.terminal.unfinished.trim())?.[1]
    if (note) this.log({kind: 'note', text: note})
  }

  private log(happening: Happening): void {
    const {journal} = this.options
    const {file} = journal
    journal.add(this.runbook, this.state, happening)
    if (journal.problem !== undefined) {
      this.say(fill(this.texts['not-in-file'], {problem: journal.problem}))
    } else if (journal.file !== file) {
      this.say(fill(this.texts['other-session'], {file, other: journal.file}))
    }
  }

  private notHere(name: string): string {
    return fill(this.texts['not-here'], {name})
  }

  private say(sentence: string): void {
    this.terminal.write(wrap(sentence, this.terminal.width))
  }
}
