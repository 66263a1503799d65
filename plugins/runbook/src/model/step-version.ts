import {contentVersion} from './content-version.ts'
import type {PlanStep} from './plan.ts'

/** Version of what a step asks and does. */
export function stepVersion({title, commands, choices}: PlanStep): string {
  return contentVersion([title, commands.map(plainCommand), choices.map(plainChoice)])
}

function plainCommand({kind, on, effect, lines, caution}: PlanStep['commands'][number]) {
  return [kind, on, effect, lines, caution]
}

function plainChoice({id, words, condition, bindings, wait, target}: PlanStep['choices'][number]) {
  return [id, words, condition, bindings, wait, target]
}
