import type {ReactNode} from 'react'

/** A command of a runbook as it is without script; the stepper draws it anew with names filled in. */
export default function RunbookCommand(properties: Record<string, unknown>): ReactNode {
  return <handrail-command {...properties} />
}
