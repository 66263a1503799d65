import type {Command, Observations, Runbook} from '@handrail/runbook'
import {graphOf, graphText} from '@handrail/runbook/graph'
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
  offers,
  replay,
  start,
  step,
} from '@handrail/runbook/machine'
import {type Texts, fill} from '@handrail/runbook-element/texts'
import type {RunbookLibrary} from '../library/runbook-library.ts'
import {blockText} from './block-text.ts'
import type {Journal} from './journal.ts'
import {type Pasted, type Reader, askPaste, takePaste} from './read-paste.ts'
import {type StepTextOptions, choicesText, stepOf, stepText} from './step-text.ts'
import type {Terminal} from './terminal.ts'
import {wrap} from './wrap.ts'

export interface SessionOptions {
  texts: Texts
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

const nothingSeen: Observations = {hosts: {}, cluster: {}}

const help = `NUMBER    take that answer
b         back: change the last answer, through all runbooks of this session
p         paste output; the answer that fits is pointed out
n TEXT    write a note into the log
show      show a command that destroys data, after typing its host’s name
r         read the step again
m         the map of this runbook
run NAME  go on with another runbook, with the hosts and values of this one
log       print the log, as it goes into a ticket
q         leave; the log keeps everything`

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
  private readonly terminal: Terminal
  private readonly options: SessionOptions
  /** What can be typed beside the number of an answer. */
  private readonly words: Record<string, (rest: string) => void | Promise<void>> = {
    b: () => this.back(),
    p: () => this.paste(),
    n: (rest) => this.note(rest),
    show: () => this.reveal(),
    r: () => this.show(),
    m: () => this.map(),
    run: (rest) => this.runOther(rest),
    log: () => this.terminal.write(logToMarkdown(this.options.journal.log)),
    h: () => this.terminal.write(help),
    q: () => this.leave(),
  }

  constructor(runbook: Runbook, terminal: Terminal, options: SessionOptions) {
    this.runbook = runbook
    this.terminal = terminal
    this.options = options
    this.state = options.state
  }

  async run(): Promise<void> {
    this.introduce()
    this.show()
    while (!this.leaving) {
      const typed = await this.terminal.ask('Number, or h for help > ')
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
    else if (line) this.say('Type the number of an answer, or h for help.')
  }

  private wordOf(line: string): string | undefined {
    const word = line.split(/\s/, 1)[0]!
    return Object.hasOwn(this.words, word) ? word : undefined
  }

  private introduce(): void {
    const {width} = this.terminal
    const {plain} = this.options
    const {title, intro, head} = this.runbook
    const unproven = head.unproven.map((claim) => wrap(`Not proven: ${claim}`, width, '  '))
    const parts = [title, blockText(intro, {width, plain}), unproven.join('\n')].filter(Boolean)
    this.terminal.write(`\n${parts.join('\n\n')}`)
  }

  private show(): void {
    const text = stepText(this.runbook, this.state, this.offers(), this.style())
    this.shownAt = this.options.clock()
    this.terminal.write(`\n${text}\n`)
    if (stepOf(this.runbook, this.state).choices.length === 0) {
      this.say('The runbook ends here. b goes back, q leaves.')
    }
  }

  private style(): StepTextOptions {
    const {texts, plain} = this.options
    return {texts, plain, width: this.terminal.width, revealed: this.revealed}
  }

  private map(): void {
    const {number} = stepOf(this.runbook, this.state)
    this.terminal.write(`${graphText(graphOf(this.runbook))}\nYou are at step ${number}.`)
  }

  /** The last answer may have been given in the runbook before this one. */
  private async back(): Promise<void> {
    const within = this.state.answers.length > 0
    if (within) this.state = back(this.runbook, this.state)
    else if (!(await this.backToRunbook())) return
    this.observations = nothingSeen
    this.revealed = new Set()
    this.log({kind: 'back', ...(!within && {leg: true})})
    this.show()
  }

  private async backToRunbook(): Promise<boolean> {
    const before = this.options.journal.log.legs.at(-2)
    const runbook = before && (await this.options.find(before.runbook))
    if (!runbook) {
      this.say(before ? notHere(before.runbook) : 'There is nothing to go back to.')
      return false
    }
    const {state} = replay(runbook, before.answers, before.given)
    this.runbook = runbook
    this.state = state.leaves ? back(runbook, state) : state
    return true
  }

  private note(text: string): void {
    if (!text) return this.say('Type the note behind the n.')
    this.log({kind: 'note', text})
    this.say('Noted.')
  }

  private async paste(): Promise<void> {
    const {hosts} = this.state.bindings
    this.see(await askPaste(this.terminal, await this.options.reader(), hosts))
  }

  private async pasted(text: string): Promise<void> {
    const {hosts} = this.state.bindings
    this.see(await takePaste(this.terminal, await this.options.reader(), hosts, text))
  }

  private see(pasted: Pasted | undefined): void {
    if (!pasted) return this.say('Nothing was pasted.')
    this.observations = pasted.merge(this.observations)
    this.log({kind: 'evidence', text: pasted.text, ...(pasted.host && {host: pasted.host})})
    this.terminal.write(`\n${choicesText(this.offers(), this.state, this.style())}\n`)
  }

  private async choose(number: number): Promise<void> {
    const offer = this.offers()[number - 1]
    if (!offer) return this.say(`There is no answer ${number}.`)
    if (offer.gone) return this.say(this.options.texts[`gone-${offer.gone}`])
    const roles = await this.askRoles(offer)
    if (!roles) return
    const {id, wait, target} = offer.choice
    const next = target.runbook === undefined ? undefined : await this.options.find(target.runbook)
    if (target.runbook !== undefined && !next) return this.say(notHere(target.runbook))
    const waited = Math.floor(this.options.clock() - this.shownAt)
    this.take({
      step: this.state.step,
      choice: id,
      roles: {...offer.roles, ...roles},
      ...(wait && waited > 0 && {waited}),
    })
    if (wait) this.say(fill(this.options.texts.wait, {every: `${wait.every} s`}))
    if (next) this.goOn(next, carry(this.state))
    else this.show()
  }

  private take(answer: Answer): void {
    const {state, misfits} = step(this.runbook, this.state, answer)
    this.state = state
    for (const {reason} of misfits) this.say(reason)
    if (misfits.length === 0) this.log({kind: 'answer', answer})
    // What was seen before something was done says nothing about now.
    this.observations = nothingSeen
  }

  /** Asks for the hosts of roles that nothing seen settles; the last one goes without saying. */
  private async askRoles({openRoles}: Offer): Promise<Record<string, string> | undefined> {
    const {hosts} = this.state.bindings
    let ways = distinctAssignments(openRoles, Object.keys(hosts))
    for (const role of openRoles) {
      if (ways.length === 1) break
      const question = fill(this.options.texts['which-host'], {role})
      const typed = await this.terminal.ask(`${question} (${Object.values(hosts).join(', ')}) `)
      const host = Object.keys(hosts).find((one) => [one, hosts[one]].includes(typed?.trim()))
      ways = ways.filter((way) => way[role] === host)
    }
    if (ways.length === 0) this.say('That is not one of them.')
    return ways[0]
  }

  private async runOther(name: string): Promise<void> {
    const next = name && (await this.options.find(name))
    if (!next) return this.say(name ? notHere(name) : 'Type the name of the runbook behind run.')
    const {hosts, values} = this.state.bindings
    this.goOn(next, {hosts, values})
  }

  private goOn(next: Runbook, given: Given): void {
    this.runbook = next
    this.state = start(next, given).state
    this.observations = nothingSeen
    this.revealed = new Set()
    this.log({kind: 'start'})
    this.introduce()
    this.show()
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
    const {commands} = stepOf(this.runbook, this.state)
    return commands.filter((command) => command.effect === 'destroy' && !this.revealed.has(command))
  }

  private offers(): readonly Offer[] {
    return offers(this.runbook, this.state, this.observations)
  }

  /** A log that is not on the disk is not left without a word. */
  private async leave(): Promise<void> {
    const {problem} = this.options.journal
    const typed = problem === undefined ? 'q' : await this.terminal.ask(unsaved(problem))
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
      this.say(`NOT IN THE LOG FILE YET: ${journal.problem}. It is kept here and tried again.`)
    } else if (journal.file !== file) {
      this.say(`Another session writes to ${file}. This one goes on in ${journal.file}.`)
    }
  }

  private say(sentence: string): void {
    this.terminal.write(wrap(sentence, this.terminal.width))
  }
}

function notHere(name: string): string {
  return `The runbook ${name} is not here.`
}

function unsaved(problem: string): string {
  return `The log is not in its file: ${problem}. Type log to see it, q again to leave without it > `
}
