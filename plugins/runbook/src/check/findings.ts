import type {Moment} from './moment.ts'
import type {Finding, NodeId, Product} from './product.ts'
import {properties} from './properties/index.ts'
import type {Reach} from './reach.ts'
import type {Counterexample} from './report.ts'
import type {StateId} from './state-space.ts'
import {eventsTo, tellStory} from './story.ts'
import {wayBack, type Walk, type WalkStart} from './walk.ts'

/** A state that a runbook was started in. */
export interface Start extends WalkStart {
  readonly state: StateId
  /** Index among the reached states. */
  readonly at: number
  /** Whether it is that state's mirror image. */
  readonly mirrored: boolean
}

/** The way to a breach, if it is not the shortest of the walk. */
interface Origin extends Pick<Start, 'at' | 'mirrored'> {
  readonly way: readonly NodeId[]
}

interface Breach {
  readonly finding: Finding
  readonly node: NodeId
  readonly origin?: Origin
  times: number
}

/** The breaches found on the way through one runbook, the first of each property and step. */
export class Findings {
  private readonly product: Product
  private readonly reach: Reach
  private readonly first = new Map<string, Breach>()

  constructor(product: Product, reach: Reach) {
    this.product = product
    this.reach = reach
  }

  /** @param origin how it came about, if not by the walk. */
  judge(moment: Moment, node: NodeId, origin?: Origin): void {
    const step = this.product.stepOf(node)
    for (const property of properties) {
      const reason = property.judge(moment)
      if (reason !== undefined) this.add(this.product.finding(property, step, reason), node, origin)
    }
  }

  add(finding: Finding, node: NodeId, origin?: Origin): void {
    const key = `${finding.property.id} ${finding.step}`
    const known = this.first.get(key)
    if (known) known.times++
    else this.first.set(key, {finding, node, ...(origin && {origin}), times: 1})
  }

  /** The breaches with their stories, along the shortest ways of a walk. */
  tell(walk: Walk, starts: readonly Start[]): Counterexample[] {
    const startOf = new Map(starts.map((start) => [start.node, start]))
    return [...this.first.values()].map(({finding, node, origin, times}) => {
      const path = origin?.way ?? wayBack(node, walk.before)
      const {at, mirrored} = origin ?? startOf.get(path[0]!)!
      const events = eventsTo(this.reach, at, mirrored)
      const {plan, step} = this.product.program.steps[finding.step]!
      return {
        property: finding.property.id,
        runbook: plan.name,
        step: step.id,
        title: step.title,
        reason: finding.reason,
        story: tellStory(this.product, events, path, (moment) => {
          return finding.property.judge(moment) === finding.reason
        }),
        length: events.length + path.length,
        times,
      }
    })
  }
}
