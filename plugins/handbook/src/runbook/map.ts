import type {Runbook} from '@handrail/runbook'

/** A line beside the list of steps that leads into one of them from others that are not next to it. */
interface Lane {
  /** Column of the line, counted from the list outwards. */
  readonly lane: number
  /** Indexes of the steps. */
  readonly target: number
  readonly sources: readonly number[]
}

export interface RunbookMap {
  /** Indexes of the steps that lead to the next one in the list. */
  readonly next: readonly number[]
  readonly lanes: readonly Lane[]
}

/**
 * Lays out the graph of a runbook beside the list of its steps: steps that follow each other are
 * joined by an arrow, every other target has one line that its sources join. Lines that do not
 * overlap share a column. Choices that lead back to the same step or out of the runbook have none.
 */
export function mapRunbook(runbook: Runbook): RunbookMap {
  const index = new Map(runbook.steps.map((step, at) => [step.id, at]))
  const next = new Set<number>()
  const sources = new Map<number, Set<number>>()
  runbook.steps.forEach((step, from) => {
    for (const {target} of step.choices) {
      const to = target.runbook === undefined && target.step ? index.get(target.step) : undefined
      if (to === undefined || to === from) continue
      if (to === from + 1) next.add(from)
      else sources.set(to, (sources.get(to) ?? new Set()).add(from))
    }
  })
  return {next: [...next], lanes: assignLanes(sources)}
}

/** Short lines first, each in the innermost column that is free along its whole length. */
function assignLanes(sources: ReadonlyMap<number, ReadonlySet<number>>): Lane[] {
  const spans = [...sources].map(([target, from]) => {
    const ends = [target, ...from]
    return {target, sources: [...from], top: Math.min(...ends), bottom: Math.max(...ends)}
  })
  spans.sort((a, b) => a.bottom - a.top - (b.bottom - b.top) || a.top - b.top)
  const taken: {top: number; bottom: number}[][] = []
  return spans.map(({target, sources, top, bottom}) => {
    let lane = 0
    while (taken[lane]?.some((other) => other.top <= bottom && top <= other.bottom)) lane++
    taken[lane] = [...(taken[lane] ?? []), {top, bottom}]
    return {lane, target, sources}
  })
}
