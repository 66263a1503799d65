import type {Plan} from '../model/plan.ts'
import type {SystemModel} from '../model/system-model.ts'
import {contentVersion} from '../model/content-version.ts'
import {Checker} from './checker.ts'
import {reachStates, type ReachOptions} from './reach.ts'
import {endBits, type NodeId, type Product} from './product.ts'
import {eventsTo} from './story.ts'
import {actsInWords, type Act} from './thread.ts'

/** States for which the advice of a runbook is another one now. */
export interface ChangedAdvice {
  /** What happened before, on the shortest way. */
  readonly events: readonly string[]
  /** What the responder carries out and how it ends, for each way through; empty if not covered. */
  readonly before: readonly string[]
  readonly after: readonly string[]
  /** How many states there are with this change. */
  readonly times: number
}

/** How the advice of two versions of a runbook differs. */
export interface VersionComparison {
  /** States that either version covers. */
  readonly states: number
  readonly changes: readonly ChangedAdvice[]
}

/**
 * Follows two versions of a runbook from every state that either covers, and gathers the states for
 * which they advise something else: other commands on other hosts, or another end. Words do not
 * count.
 *
 * @param others the runbooks that both lead to.
 */
export function compareVersions<State, Event>(
  model: SystemModel<State, Event>,
  versions: {readonly before: Plan; readonly after: Plan; readonly others?: readonly Plan[]},
  options: ReachOptions,
): VersionComparison {
  const reach = reachStates(model, options)
  const [old, now] = [versions.before, versions.after].map((plan) => {
    const checker = new Checker(reach, [plan, ...(versions.others ?? [])])
    const starts = checker.startsOf(plan)
    const advice = new Advice(checker.product)
    return new Map(starts.map((start) => [start.state, {start, ways: advice.from(start.node)}]))
  })
  const states = new Set([...old!.keys(), ...now!.keys()])
  const changes = new Map<string, ChangedAdvice & {times: number}>()
  for (const state of states) {
    const [before, after] = [old!.get(state), now!.get(state)]
    const ways = [before?.ways ?? [], after?.ways ?? []] as const
    const key = contentVersion(ways)
    const known = changes.get(key)
    if (known) known.times++
    else if (ways[0].join('\n') !== ways[1].join('\n')) {
      const {at, mirrored} = (before ?? after)!.start
      const events = eventsTo(reach, at, mirrored)
      changes.set(key, {events, before: ways[0], after: ways[1], times: 1})
    }
  }
  return {states: states.size, changes: [...changes.values()]}
}

/** What is advised from a node on: what is done in order and how it ends, a line a way. */
class Advice {
  private readonly product: Product
  private readonly known = new Map<NodeId, readonly string[]>()

  constructor(product: Product) {
    this.product = product
  }

  from(node: NodeId, path: ReadonlySet<NodeId> = new Set()): readonly string[] {
    const known = this.known.get(node)
    if (known) return known
    if (path.has(node)) return ['… again']
    const {ways: all, moments} = this.product.visit(node)
    const below = new Set(path).add(node)
    const on = all.flatMap((way) =>
      this.from(this.product.nodeOf(way), below).map((rest) => line(way.acts, rest)),
    )
    this.product.next(node)
    const mask = this.product.endsAt(node)
    const ends = Object.entries(endBits).filter(([, bit]) => mask & bit)
    const off = ends.map(([end]) => line(moments.at(-1)?.acts ?? [], `[${end}]`))
    const ways = [...new Set([...on, ...off])].sort()
    this.known.set(node, ways)
    return ways
  }
}

function line(acts: readonly Act[], rest: string): string {
  return [...actsInWords(acts), rest].join(' → ')
}
