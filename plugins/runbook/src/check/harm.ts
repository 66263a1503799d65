import {IntTable} from './int-table.ts'
import type {Harm} from './moment.ts'
import type {Block} from './program.ts'
import type {StateId, StateSpace} from './state-space.ts'

const harmless: readonly Harm[] = []

/** What blocks do where they should not be carried out; each block in each state is tried once. */
export class Harms {
  private readonly space: StateSpace
  private readonly asked = new IntTable()
  private readonly known: (readonly Harm[])[] = []

  constructor(space: StateSpace) {
    this.space = space
  }

  /** What the block can do in a state, in every way it can go; nothing where it does no harm. */
  of(state: StateId, block: Omit<Block, 'mistaken'>): readonly Harm[] {
    const asked = this.asked.add(state, block.index, 0)
    return (this.known[asked] ??= this.tryBlock(state, block))
  }

  /** The same, but nothing where it was asked before. */
  news(state: StateId, block: Omit<Block, 'mistaken'>): readonly Harm[] {
    const {size} = this.asked
    const harms = this.of(state, block)
    return this.asked.size > size ? harms : harmless
  }

  private tryBlock(state: StateId, {host, lines}: Omit<Block, 'mistaken'>): readonly Harm[] {
    let courses: {readonly now: StateId; readonly lost: readonly string[]}[] = [
      {now: state, lost: []},
    ]
    for (const line of lines) {
      if (line.kind !== 'event') continue
      courses = courses.flatMap((course) =>
        this.space.after(course.now, line.index).map((result) => {
          if (result.kind === 'refused') return course
          return {now: result.to, lost: [...course.lost, ...result.lost]}
        }),
      )
    }
    const harms = courses.flatMap(({now, lost}) => this.harmOf(state, now, lost, host) ?? [])
    return harms.length === 0 ? harmless : harms
  }

  private harmOf(
    from: StateId,
    to: StateId,
    lost: readonly string[],
    host: string,
  ): Harm | undefined {
    const [before, after] = [this.space.verdict(from), this.space.verdict(to)]
    const stopsService = before.served && !after.served
    const dangers = after.dangers.filter((danger) => !before.dangers.includes(danger))
    if (lost.length === 0 && !stopsService && dangers.length === 0) return undefined
    return {host, lost, stopsService, dangers}
  }
}
