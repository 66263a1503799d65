import type {PlanChoice, PlanCommand} from '@handrail/runbook'

type Asked = Pick<PlanChoice, 'condition'>

/**
 * The answer of a step that says that a command was refused: the one that asks about the host or
 * role it runs on, or of any host, or else the one for everything that has no answer of its own.
 */
export function refusalAnswer<Choice extends Asked>(
  choices: readonly Choice[],
  {on}: Pick<PlanCommand, 'on'>,
): Choice | undefined {
  const own = choices.find((choice) => asksForRefusal(choice, 'name' in on ? on.name : undefined))
  return (
    own ??
    choices.find((choice) => asksForRefusal(choice, undefined)) ??
    choices.find(({condition}) => condition?.kind === 'else')
  )
}

/** Whether a choice asks for a refusal of `name`; without a name, of any one host or of both. */
function asksForRefusal({condition}: Asked, name: string | undefined): boolean {
  if (condition?.kind !== 'terms') return false
  return condition.terms.some(
    ({who, key}) =>
      key === 'refused' &&
      (name === undefined ? !('name' in who) : 'name' in who && who.name === name),
  )
}
