import type {Choice, Command, Head, Runbook, Step} from './runbook.ts'

/** What the machine needs of a command; the rest is for showing it. */
export type PlanCommand = Omit<Command, 'node'>

/** What the machine needs of a choice. */
export type PlanChoice = Omit<Choice, 'label' | 'position'>

/** What the machine needs of a step. */
export interface PlanStep extends Pick<Step, 'id' | 'number' | 'title' | 'outcome'> {
  readonly commands: readonly PlanCommand[]
  readonly choices: readonly PlanChoice[]
}

/**
 * A runbook without its text: what the stepping machine, a link and a log read. A `Runbook` is a
 * `Plan`; `planOf` makes one that is plain data and can be sent as JSON.
 */
export interface Plan extends Pick<Runbook, 'name' | 'title' | 'language' | 'version'> {
  readonly head: Head
  readonly steps: readonly PlanStep[]
}

/** Leaves out of a runbook everything that only its page shows. */
export function planOf(runbook: Runbook): Plan {
  const {name, title, language, version, head} = runbook
  return {name, title, language, version, head, steps: runbook.steps.map(planStep)}
}

function planStep({id, number, title, outcome, commands, choices}: Step): PlanStep {
  return {
    id,
    number,
    title,
    ...(outcome && {outcome}),
    commands: commands.map(({node: _node, ...command}) => command),
    choices: choices.map(({label: _label, position: _position, ...choice}) => choice),
  }
}
