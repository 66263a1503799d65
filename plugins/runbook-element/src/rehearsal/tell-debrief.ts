import type {
  Debrief,
  Deed,
  Left,
  Loss,
  Prospect,
  Rehearsal,
  StepPlace,
  StoryEvent,
} from '@handrail/runbook/rehearse'
import {fill} from '../texts.ts'
import {clock, span} from './clock.ts'
import type {RehearsalTextId, RehearsalTexts} from './texts.ts'

/** A sentence of the debrief. */
export interface Sentence {
  readonly text: string
  /** The moment it tells of, on the clock. */
  readonly at?: string
  /** The step of a runbook that it speaks of. */
  readonly step?: StepPlace
  /** Whether it tells of harm. */
  readonly isBad?: boolean
}

/** A part of the debrief; the first has no title. */
export interface Part {
  readonly title?: string
  readonly sentences: readonly Sentence[]
}

/** What came of a rehearsal, in plain words, the same for every face. */
export function tellDebrief(
  rehearsal: Rehearsal,
  debrief: Debrief,
  texts: RehearsalTexts,
): readonly Part[] {
  return new Teller(rehearsal, debrief, texts).parts()
}

type Values = Readonly<Record<string, string>>

class Teller {
  private readonly rehearsal: Rehearsal
  private readonly debrief: Debrief
  private readonly texts: RehearsalTexts

  constructor(rehearsal: Rehearsal, debrief: Debrief, texts: RehearsalTexts) {
    this.rehearsal = rehearsal
    this.debrief = debrief
    this.texts = texts
  }

  parts(): Part[] {
    const {texts} = this
    const {story} = this.debrief
    return [
      {sentences: [...this.losses(), ...this.service()]},
      {title: texts.path, sentences: [...this.departures(), ...this.risks()]},
      {title: texts.way, sentences: [this.way()]},
      {title: texts.story, sentences: story.map((event) => this.event(event))},
    ]
  }

  private say(id: RehearsalTextId, values: Values = {}): string {
    return fill(this.texts[id], values)
  }

  private losses(): Sentence[] {
    const {lost} = this.debrief
    if (lost.length === 0) return [{text: this.texts['nothing-lost']}]
    return lost.flatMap((loss) => this.loss(loss))
  }

  private loss(loss: Loss): Sentence[] {
    const {name, tooLate, turn} = loss
    const values = {name, acknowledged: clock(loss.acknowledged), at: clock(loss.at)}
    if (turn === undefined || !tooLate) {
      return [{text: `${this.say('lost', values)} ${this.texts['lost-before']}`, isBad: true}]
    }
    const deed = this.deedAt(turn)
    const text = deed
      ? this.say('lost-by', {...values, ...this.deedWords(deed)})
      : this.say('lost-waiting', values)
    const {prospect} = tooLate
    return [
      {text, isBad: true},
      {text: this.late(tooLate.turn, tooLate.at), isBad: true},
      ...(prospect?.outcome && prospect.lost.length === 0 ? [this.untilThen(prospect)] : []),
    ]
  }

  private late(turn: number, at: number): string {
    const deed = this.deedAt(turn)
    return deed
      ? this.say('late-deed', {at: clock(at), ...this.deedWords(deed)})
      : this.say('late-wait', {at: clock(at)})
  }

  private untilThen(prospect: Prospect): Sentence {
    return {text: this.say('until-then', this.prospectWords(prospect)), step: prospect}
  }

  /** What was done in a turn that the system did not decline. */
  private deedAt(turn: number): Deed | undefined {
    return this.rehearsal.turns[turn]?.deeds.find(({refused}) => refused === undefined)
  }

  private deedWords({text, host}: Pick<Deed, 'text' | 'host'>): {deed: string; host: string} {
    return {deed: text, host: this.hostName(host)}
  }

  private hostName(host: string): string {
    return host === 'elsewhere' ? this.texts.elsewhere : host
  }

  private service(): Sentence[] {
    const {down, end} = this.debrief
    const {served, redundant, standby, dangers} = end.verdict
    const {texts} = this
    return [
      {text: this.say('down', {before: span(down.before), after: span(down.after)})},
      {
        text: this.say(served ? 'end-served' : 'end-not-served', {at: clock(end.at)}),
        isBad: !served,
      },
      {text: texts[redundant ? 'end-redundant' : 'end-not-redundant']},
      ...(served ? [{text: texts[standby ? 'end-standby' : 'end-no-standby']}] : []),
      ...dangers.map((words) => ({text: this.say('end-danger', {words}), isBad: true})),
    ]
  }

  private departures(): Sentence[] {
    const [first, ...more] = this.debrief.left
    if (!first) return [{text: this.texts['no-departure']}]
    return [...this.departure(first), ...more.map((left) => this.departedAgain(left))]
  }

  private departure(left: Left): Sentence[] {
    const values = {at: clock(left.at), ...this.deedWords(left.deed)}
    const wanted = left.wanted.map(({text, host}) =>
      this.say('wanted-line', {text, host: this.hostName(host)}),
    )
    const asked = this.say(wanted.length > 0 ? 'asked-for' : 'asked-to-look', {
      step: left.stepTitle,
      wanted: wanted.join(` ${this.texts.or} `),
    })
    return [{text: this.say('departure', values)}, {text: asked, step: left}]
  }

  private departedAgain({at, deed}: Left): Sentence {
    return {text: this.say('departure-more', {at: clock(at), ...this.deedWords(deed)})}
  }

  /** What was done although nothing showed that it was safe. */
  private risks(): Sentence[] {
    return this.rehearsal.turns.flatMap(({at, deeds}) =>
      deeds.flatMap((deed) => {
        const [evidence] = deed.refused === undefined ? deed.unproven : []
        if (!evidence) return []
        const values = {at: clock(at), reason: evidence.doc, ...this.deedWords(deed)}
        return [{text: this.say('unproven', values), isBad: true}]
      }),
    )
  }

  private way(): Sentence {
    const {prospect} = this.debrief
    if (!prospect) return {text: this.texts['no-way']}
    const id = prospect.lost.length > 0 ? 'way-lost' : 'way-safe'
    return {text: this.say(id, this.prospectWords(prospect)), step: prospect}
  }

  private prospectWords({begunTitle, stepTitle, seconds, lost}: Prospect): Values {
    return {begun: begunTitle, step: stepTitle, time: span(seconds), names: lost.join(', ')}
  }

  private event(event: StoryEvent): Sentence {
    return {at: clock(event.at), ...this.happening(event)}
  }

  private happening(event: StoryEvent): Sentence {
    const {texts} = this
    switch (event.kind) {
      case 'happened':
        return {text: `${this.sentence(event.words)}.`}
      case 'called':
        return {text: texts['story-called']}
      case 'did':
        return {text: this.did(event.deed)}
      case 'served':
        return {text: texts[event.isUp ? 'story-up' : 'story-down'], isBad: !event.isUp}
      case 'lost':
        return {text: this.say('story-lost', {names: event.names.join(', ')}), isBad: true}
      case 'danger': {
        const id = event.isOver ? 'story-danger-over' : 'story-danger'
        return {text: this.say(id, {words: event.words}), isBad: !event.isOver}
      }
      case 'redundant':
        return {text: texts[event.isSo ? 'story-redundant' : 'story-not-redundant']}
    }
  }

  /** Begins with a capital letter, unless it begins with a host: names stay as they are typed. */
  private sentence(words: string): string {
    const isName = this.rehearsal.system.hosts.some((host) => words.startsWith(host))
    return isName ? words : words.charAt(0).toUpperCase() + words.slice(1)
  }

  private did(deed: Deed): string {
    const words = this.deedWords(deed)
    const {refused} = deed
    return refused === undefined
      ? this.say('story-did', words)
      : this.say('story-refused', {...words, code: refused})
  }
}
