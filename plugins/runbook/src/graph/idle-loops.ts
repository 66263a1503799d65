import type {Plan, PlanChoice, PlanStep} from '../model/plan.ts'
import {worstEffect} from './graph-of.ts'

/** A choice that closes a loop in which nothing changes. */
export interface IdleLoop {
  readonly step: string
  readonly choice: string
}

/**
 * Choices that lead back, through steps that only read, to their own step: the responder would see
 * the same again. A wait, and an exchange of roles, are no such choices.
 */
export function idleLoops({steps}: Plan): IdleLoop[] {
  const idle = new Map(steps.filter(isIdle).map((step) => [step.id, step]))
  return [...idle.values()].flatMap((step) =>
    step.choices
      .filter((choice) => leads(idle, choice, step.id))
      .map((choice) => ({step: step.id, choice: choice.id})),
  )
}

function isIdle(step: PlanStep): boolean {
  const effect = worstEffect(step)
  return effect === undefined || effect === 'read'
}

/** Whether a choice leads to a step through idle steps alone. */
function leads(idle: ReadonlyMap<string, PlanStep>, first: PlanChoice, to: string): boolean {
  const seen = new Set<string>()
  const open = [first]
  for (let choice = open.pop(); choice; choice = open.pop()) {
    const id = choice.target.step
    if (choice.target.runbook !== undefined || choice.wait || choice.bindings.length > 0) continue
    if (id === to) return true
    if (id === undefined || seen.has(id)) continue
    seen.add(id)
    open.push(...(idle.get(id)?.choices ?? []))
  }
  return false
}
