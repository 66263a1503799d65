import type {ReactNode} from 'react'

/** A step of a runbook: its heading, text, commands and answers. */
export default function RunbookStep(properties: Record<string, unknown>): ReactNode {
  return <section {...properties} />
}
