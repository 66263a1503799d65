import {labelOf} from '../target/labels.ts'
import type {Directive} from '../tree/nodes.ts'
import {call, code} from '../typst/call.ts'
import {liveAddress} from './paper.ts'
import type {Writer} from '../write/writer.ts'

/** A runbook that a page embeds: a box that says where in the book it is. */
export function runbookReference(node: Directive, writer: Writer): string {
  const {runbooks} = writer.book
  const name = node.attributes?.['name'] ?? ''
  const page = runbooks.get(name)
  const runbook = page?.runbook
  if (!page || !runbook) {
    const reason = `Unexpected runbook \`${name}\`, expected one of ${[...runbooks.keys()].map((known) => `\`${known}\``).join(', ') || 'those that are printed'}`
    writer.report('missingRunbook', reason, node)
    return call('runbook-reference', [code(writer.text(name, node))])
  }
  const start = runbook.steps.find(({id}) => id === node.attributes?.['start'])
  return call('runbook-reference', [code(writer.text(runbook.title))], {
    label: labelOf(page.path, start?.id),
    step: start && start.number,
    time: runbook.head.time,
    address: liveAddress(page, writer.book.options.siteUrl, start?.id),
  })
}
