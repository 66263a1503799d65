import type {ReactNode} from 'react'

/** The answers of a step as links; the stepper draws them anew as buttons. */
export default function RunbookChoices(properties: Record<string, unknown>): ReactNode {
  return <handrail-choices {...properties} />
}
