import type {Plan} from '@handrail/runbook'
import {type Given, type State, start} from '@handrail/runbook/machine'
import {type Move, moves} from './paths.ts'

/** A move of a walk, and the moves that go on from where it leads. */
export interface Branch extends Move {
  readonly next: readonly Branch[]
}

/** Walks from one state, and the state. */
export interface Tree {
  readonly state: State
  readonly next: readonly Branch[]
}

/**
 * The fewest branches in which every choice is taken once, from the first step and from steps that
 * other runbooks lead to: what somebody types who has to try everything.
 *
 * @param entries steps to start at, in order; those that a walk has stood at need none of their own.
 */
export function everyChoice(plan: Plan, entries: readonly string[]): Tree[] {
  const taken = new Set<string>()
  const stood = new Set<string>()
  return entries.flatMap((step): Tree[] => {
    const given: Given = {step}
    if (stood.has(step)) return []
    const {state} = start(plan, given)
    return [{state, next: shortest(plan, state, taken, stood)}]
  })
}

/** Every choice is first found on a shortest path: the tree of these paths. */
function shortest(plan: Plan, from: State, taken: Set<string>, stood: Set<string>): Branch[] {
  const roots: Branch[] = []
  const seen = new Set([placeOf(from)])
  const open: {path: readonly State[]; add: Branch[]}[] = [{path: [from], add: roots}]
  for (const {path, add} of open) {
    stood.add(path.at(-1)!.step)
    for (const move of moves(plan, path)) {
      const isNew = !seen.has(placeOf(move.state))
      const branch = {...move, next: []}
      if (isNew && !move.ends) open.push({path: [...path, move.state], add: branch.next})
      seen.add(placeOf(move.state))
      add.push(branch)
    }
  }
  return pruned(roots, taken)
}

/** Where a session stands, whatever way it came. */
function placeOf({step, bindings, waited, leaves}: State): string {
  return JSON.stringify([step, bindings.roles, waited, leaves])
}

/** Leaves out branches in which no choice is taken that was not taken before. */
function pruned(branches: readonly Branch[], taken: Set<string>): Branch[] {
  return branches.flatMap((branch) => {
    const choice = `${branch.answer.step}.${branch.answer.choice}`
    const isNew = !taken.has(choice)
    taken.add(choice)
    const next = pruned(branch.next, taken)
    return isNew || next.length ? [{...branch, next}] : []
  })
}

/** The first step, and those that other runbooks lead to. */
export function entrySteps({name, steps}: Plan, all: readonly Plan[]): string[] {
  const targets = all.flatMap((other) => other.steps).flatMap(({choices}) => choices)
  const linked = targets.flatMap(({target}) => (target.runbook === name ? [target.step] : []))
  return [...new Set([steps[0]!.id, ...linked.filter((step) => step !== undefined)])]
}
