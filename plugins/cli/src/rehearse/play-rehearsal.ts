import type {Plan} from '@handrail/runbook'
import {
  act,
  type Action,
  debrief,
  formatRehearsal,
  now,
  type Rehearsal,
} from '@handrail/runbook/rehearse'
import {
  callText,
  clock,
  outputText,
  rehearsalTitle,
  type RehearsalTexts,
  type Sentence,
  span,
  tellDebrief,
} from '@handrail/runbook-element/rehearsal-words'
import {fill} from '@handrail/runbook-element/texts'
import type {Terminal} from '../terminal/terminal.ts'
import {wrap} from '../terminal/wrap.ts'

export interface PlayOptions {
  /** Every runbook, in the order in which a responder would reach for them. */
  plans: readonly Plan[]
  texts: RehearsalTexts
  /** Shows what came of it at once. */
  isOver: boolean
  /** For screen readers: no sign is drawn. */
  plain: boolean
}

/**
 * Leads a responder through a rehearsal in a terminal, and shows what came of it when it is ended,
 * or when the input ends.
 */
export async function playRehearsal<State, Event>(
  rehearsal: Rehearsal<State, Event>,
  terminal: Terminal,
  options: PlayOptions,
): Promise<void> {
  await new TerminalRehearsal(rehearsal, terminal, options).play()
}

const secondsIn: Readonly<Record<string, number>> = {s: 1, min: 60, h: 3600}

class TerminalRehearsal<State, Event> {
  private rehearsal: Rehearsal<State, Event>
  /** The console that takes what is typed. */
  private host: string
  private isOver: boolean
  private readonly consoles: readonly string[]
  private readonly terminal: Terminal
  private readonly options: PlayOptions

  constructor(rehearsal: Rehearsal<State, Event>, terminal: Terminal, options: PlayOptions) {
    this.rehearsal = rehearsal
    this.terminal = terminal
    this.options = options
    this.isOver = options.isOver
    this.consoles = [...rehearsal.system.hosts, 'elsewhere']
    this.host = this.consoles[0]!
  }

  async play(): Promise<void> {
    this.introduce()
    while (!this.isOver) {
      const typed = await this.terminal.ask(`${clock(now(this.rehearsal).at)} ${this.host}> `)
      if (typed === undefined) break
      for (const entry of this.entries(typed)) if (!this.isOver) this.obey(entry)
    }
    this.tellWhatCame()
  }

  private introduce(): void {
    const {plans, texts} = this.options
    const {runbook} = this.rehearsal.setting
    const title = rehearsalTitle(this.rehearsal, plans, texts)
    this.head(title)
    if (this.isOver) return
    this.say(callText(this.rehearsal, texts))
    this.say(
      `Follow ${runbook ?? 'a runbook'} in another terminal (handrail run ${runbook ?? 'triage'}), and type or paste its commands here. h for help.`,
    )
    this.terminal.write('')
  }

  private help(): void {
    const [one, other] = this.rehearsal.system.hosts
    const words = [
      ['COMMAND', 'typed or pasted, guard and all, runs on the host of the prompt'],
      [`${other}>`, `goes to the console of ${other}; ${other}> COMMAND runs it there`],
      ['elsewhere>', 'goes to another machine'],
      ['wait 30s', 'lets time pass; also 5min, 2h. A command takes five seconds'],
      ['end', 'ends it, and shows what came of it'],
    ] as const
    this.terminal.write(words.map(([word, what]) => `${word.padEnd(12)}${what}`).join('\n'))
    const deeds = this.rehearsal.system.actions.map(({sentence}) => sentence)
    this.say(`What no shell does is typed as a sentence, with ${one} or ${other} for HOST:`)
    for (const deed of deeds) this.say(deed, '  ')
  }

  /** What was pasted at once, cut before every line that is meant for another console, or for us. */
  private entries(typed: string): string[] {
    const entries: string[] = []
    for (const line of typed.split('\n')) {
      const isOwn = entries.length === 0 || this.prefixOf(line) || isWord(line)
      if (isOwn) entries.push(line)
      else entries.push(`${entries.pop()}\n${line}`)
    }
    return entries
  }

  private obey(typed: string): void {
    const prefix = this.prefixOf(typed)
    if (prefix !== undefined) this.host = prefix
    const text = (prefix === undefined ? typed : typed.trim().slice(prefix.length + 1)).trim()
    const seconds = secondsOf(text)
    if (text === 'h' || text === 'help') this.help()
    else if (text === 'end') this.isOver = true
    else if (seconds !== undefined) this.do({kind: 'wait', seconds})
    else if (text !== '') this.do({kind: 'type', host: this.host, text})
  }

  /** The console that a line begins with: `be2> drbdadm role pc0`. */
  private prefixOf(line: string): string | undefined {
    return this.consoles.find((name) => line.trim().startsWith(`${name}>`))
  }

  private do(action: Action): void {
    this.rehearsal = act(this.rehearsal, action)
    const {at, output, deeds} = this.rehearsal.turns.at(-1)!
    const {texts} = this.options
    const time = span(now(this.rehearsal).at - at)
    if (action.kind === 'wait') this.say(fill(texts.waited, {time}))
    for (const one of output) {
      const text = outputText(one, texts).trimEnd()
      // A terminal's tab stops are eight columns apart.
      if (one.kind === 'text') this.terminal.write(text.replaceAll('\t', ' '.repeat(8)))
      else this.say(text)
    }
    const isDone = output.length === 0 && deeds.some(({refused}) => refused === undefined)
    if (isDone) this.say(texts.done)
  }

  private tellWhatCame(): void {
    const {plans, texts} = this.options
    const {terminal, rehearsal} = this
    const {seed, runbook} = rehearsal.setting
    this.head(texts.debrief)
    for (const {title, sentences} of tellDebrief(rehearsal, debrief(rehearsal, plans), texts)) {
      if (title !== undefined) terminal.write(`\n${title}`)
      for (const sentence of sentences) this.tell(sentence)
    }
    terminal.write('')
    this.say(texts.times)
    this.say(`The same again: handrail rehearse ${[runbook, '--seed', seed].join(' ').trim()}`)
    terminal.write(`What you did, for another to see: ${formatRehearsal(rehearsal, true)}`)
  }

  private head(title: string): void {
    const line = this.options.plain ? '' : '-'.repeat(title.length)
    this.terminal.write(`\n${title}\n${line}`)
  }

  private tell({at, text, isBad = false}: Sentence): void {
    if (this.options.plain) return this.say(at === undefined ? text : `${at} ${text}`)
    const mark = isBad ? '! ' : '  '
    this.say(text, at === undefined ? mark : `${mark}${at.padStart(7)}  `)
  }

  /** Breaks a sentence into lines; the first starts with the mark, the others as far in. */
  private say(text: string, mark = ''): void {
    const lines = wrap(text, this.terminal.width - mark.length).split('\n')
    this.terminal.write(mark + lines.join(`\n${' '.repeat(mark.length)}`))
  }
}

const isWord = (line: string): boolean =>
  ['h', 'help', 'end'].includes(line.trim()) || secondsOf(line.trim()) !== undefined

/** `wait 30s`, `wait 5 min`, `wait 2h`; a number alone counts seconds. */
function secondsOf(text: string): number | undefined {
  const [, count, unit = 's'] = /^wait\s+(\d+)\s*(s|min|h)?$/.exec(text) ?? []
  return count === undefined ? undefined : Number(count) * secondsIn[unit]!
}
