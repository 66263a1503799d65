import type {Harm} from './moment.ts'
import type {Block} from './program.ts'
import type {StateId, StateSpace} from './state-space.ts'

const known = new WeakMap<StateSpace, Map<string, Harm>>()

/** What a block does when it is carried out in a state, by mistake. */
export function harmOf(space: StateSpace, state: StateId, block: Omit<Block, 'mistaken'>): Harm {
  const harms = known.get(space) ?? new Map<string, Harm>()
  known.set(space, harms)
  const key = `${state} ${block.lines.map((line) => (line.kind === 'event' ? line.index : '')).join()}`
  const before = harms.get(key)
  if (before) return before
  const harm = tryBlock(space, state, block)
  harms.set(key, harm)
  return harm
}

function tryBlock(space: StateSpace, state: StateId, {host, lines}: Omit<Block, 'mistaken'>): Harm {
  const lost: string[] = []
  let now = state
  for (const line of lines) {
    if (line.kind !== 'event') continue
    const result = space.after(now, line.event, line.index)
    if (result.kind === 'refused') break
    lost.push(...result.lost)
    now = result.to
  }
  const [before, after] = [space.verdict(state), space.verdict(now)]
  return {
    host,
    lost,
    stopsService: before.served && !after.served,
    dangers: after.dangers.filter((danger) => !before.dangers.includes(danger)),
  }
}
