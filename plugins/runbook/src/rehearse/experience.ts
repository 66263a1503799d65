import type {Evidence} from '../model/system-model.ts'
import type {RehearsedSystem} from './rehearsed-system.ts'

type Seen = Readonly<Record<string, Readonly<Record<string, string>>>>

/** What a responder has seen, each thing as it was last, and done: what evidence can rest on. */
export class Experience<Event = unknown> {
  private readonly seen: Seen
  private readonly done: readonly string[]

  constructor(seen: Seen = {}, done: readonly string[] = []) {
    this.seen = seen
    this.done = done
  }

  /** After a look that shows these keys. */
  look<State>(
    system: RehearsedSystem<State, Event>,
    state: State,
    host: string,
    keys: readonly string[],
  ): Experience<Event> {
    const seen: Record<string, Readonly<Record<string, string>>> = {...this.seen}
    for (const who of [...system.hosts.filter((name) => name === host), 'cluster']) {
      const all = who === 'cluster' ? system.observe(state) : system.observe(state, who)
      const shown = keys.filter((key) => Object.hasOwn(all, key)).map((key) => [key, all[key]!])
      seen[who] = {...seen[who], ...Object.fromEntries(shown)}
    }
    return new Experience(seen, this.done)
  }

  did(event: Event): Experience<Event> {
    return new Experience(this.seen, [...this.done, JSON.stringify(event)])
  }

  /** Whether what was seen and done is all that a piece of evidence asks for. */
  proves<State>(system: RehearsedSystem<State, Event>, {seen = {}, done}: Evidence): boolean {
    if (done) {
      const wanted = system.action(done.sentence, done.host)
      if (wanted.kind !== 'event') return false
      if (!this.done.includes(JSON.stringify(wanted.event))) return false
    }
    return Object.entries(seen).every(([who, keys]) =>
      Object.entries(keys).every(([key, values]) => values.includes(this.seen[who]?.[key] ?? '')),
    )
  }
}
