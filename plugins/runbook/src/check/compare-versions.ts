import type {Plan} from '../model/plan.ts'
import type {SystemModel} from '../model/system-model.ts'
import {contentVersion} from '../model/content-version.ts'
import {Checker} from './checker.ts'
import {reachStates, type Reach, type ReachOptions} from './reach.ts'
import {endBits, type NodeId, type Product} from './product.ts'
import {eventsTo} from './story.ts'
import {actsInWords} from './thread.ts'

/** States for which the advice of a runbook is another one now. */
export interface ChangedAdvice {
  /** What happened before, on the shortest way. */
  readonly events: readonly string[]
  /** Ways through that are advised no more: what the responder carries out, and how it ends. */
  readonly before: readonly string[]
  /** Ways through that were not advised before. */
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

/** All runbooks before and after a change. */
export interface Versions {
  readonly before: readonly Plan[]
  readonly after: readonly Plan[]
}

/** Where a version starts, by state. */
type Starts = ReadonlyMap<number, {readonly at: number; readonly mirrored: boolean; node: NodeId}>

/** One version, followed. */
interface Followed {
  readonly starts: Starts
  readonly advice: Advice
}

/**
 * Follows two versions of a runbook, each among the others of its time, from every state that either
 * covers, and gathers the states for which they advise something else: other commands on other
 * hosts, or another end. Words do not count.
 *
 * @param runbook its name; a version in which there is none covers nothing.
 * @param options how far; `reach` where several comparisons share the states.
 */
export function compareVersions<State, Event>(
  model: SystemModel<State, Event>,
  runbook: string,
  versions: Versions,
  options: ReachOptions & {readonly reach?: Reach},
): VersionComparison {
  const reach = options.reach ?? reachStates(model, options)
  const old = follow(reach, runbook, versions.before)
  const now = follow(reach, runbook, versions.after)
  const states = new Set([...old.starts.keys(), ...now.starts.keys()])
  const changes = new Map<string, ChangedAdvice & {times: number}>()
  for (const state of states) {
    const [before, after] = [old.starts.get(state), now.starts.get(state)]
    const advised = [digestAt(old, before?.node), digestAt(now, after?.node)] as const
    if (advised[0] === advised[1]) continue
    const key = advised.join()
    const known = changes.get(key)
    const {at, mirrored} = (before ?? after)!
    if (known) known.times++
    else
      changes.set(key, {events: eventsTo(reach, at, mirrored), ...tell(old, now, state), times: 1})
  }
  return {states: states.size, changes: [...changes.values()]}
}

function follow(reach: Reach, runbook: string, plans: readonly Plan[]): Followed {
  const checker = new Checker(reach, plans)
  const plan = plans.find(({name}) => name === runbook)
  const starts = plan ? checker.startsOf(plan) : []
  return {
    starts: new Map(starts.map((start) => [start.state, start])),
    advice: new Advice(checker.product),
  }
}

function digestAt({advice}: Followed, node: NodeId | undefined): string {
  return node === undefined ? 'not covered' : advice.digest(node)
}

/** The ways that one version advises in a state and the other does not. */
function tell(old: Followed, now: Followed, state: number) {
  const [before, after] = [old, now].map(({starts, advice}) => {
    const start = starts.get(state)
    return start ? advice.ways(start.node) : []
  })
  return {
    before: before!.filter((way) => !after!.includes(way)),
    after: after!.filter((way) => !before!.includes(way)),
  }
}

/** What is carried out at a node, and the node it leads to or how it ends there. */
interface Turn {
  readonly acts: readonly string[]
  readonly to: NodeId | string
}

const again = '… again'

/** What is advised from a node on. */
class Advice {
  private readonly product: Product
  private readonly digests = new Map<NodeId, string>()
  private readonly lines = new Map<NodeId, readonly string[]>()

  constructor(product: Product) {
    this.product = product
  }

  /** Equal for equal advice. */
  digest(node: NodeId, path: ReadonlySet<NodeId> = new Set()): string {
    const known = this.digests.get(node)
    if (known !== undefined) return known
    if (path.has(node)) return again
    const below = new Set(path).add(node)
    const turns = this.turns(node).map(({acts, to}) => {
      const rest = typeof to === 'string' ? to : this.digest(to, below)
      return acts.length === 0 ? rest : contentVersion([...acts, rest])
    })
    const [only, ...others] = [...new Set(turns)].sort()
    const digest = others.length === 0 ? (only ?? '') : contentVersion([only, ...others])
    this.digests.set(node, digest)
    return digest
  }

  /** The ways through, a line each: what is done in order, and how it ends. */
  ways(node: NodeId, path: ReadonlySet<NodeId> = new Set()): readonly string[] {
    const known = this.lines.get(node)
    if (known) return known
    if (path.has(node)) return [again]
    const below = new Set(path).add(node)
    const all = this.turns(node).flatMap(({acts, to}) => {
      const rests = typeof to === 'string' ? [`[${to}]`] : this.ways(to, below)
      return rests.map((rest) => [...acts, rest].join(' → '))
    })
    const ways = [...new Set(all)].sort()
    this.lines.set(node, ways)
    return ways
  }

  private turns(node: NodeId): Turn[] {
    const {ways, moments} = this.product.visit(node)
    const on = ways.map((way) => ({acts: actsInWords(way.acts), to: this.product.nodeOf(way)}))
    this.product.next(node)
    const mask = this.product.endsAt(node)
    const ends = Object.entries(endBits).filter(([, bit]) => mask & bit)
    const acts = actsInWords(moments.at(-1)?.acts ?? [])
    return [...on, ...ends.map(([to]) => ({acts, to}))]
  }
}
