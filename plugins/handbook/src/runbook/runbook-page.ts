import type {Runbook} from '@handrail/runbook'
import type {Heading, RootContent} from 'mdast'
import {printedPage, type PrintedPage} from '../target/registry.ts'

/** A page for a runbook that is not among the pages: its text in the order it was read. */
export function runbookPage(runbook: Runbook, level: number): PrintedPage {
  const children = runbook.steps.flatMap((step): RootContent[] => [
    {type: 'heading', depth: 2, children: [...step.heading], data: {id: step.id}} as Heading,
    ...step.body,
  ])
  const root = {type: 'root' as const, children: [...runbook.intro, ...children]}
  return printedPage({path: runbook.path, title: runbook.title, root, level}, runbook)
}
