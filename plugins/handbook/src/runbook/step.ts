import type {Command, Runbook, Step} from '@handrail/runbook'
import type {Node} from 'unist'
import {asAny} from '../tree/nodes.ts'
import {call, code, type Value} from '../typst/call.ts'
import type {Writer} from '../write/writer.ts'
import {choiceLine} from './choice.ts'
import {commandBox} from './command.ts'
import {liveAddress, paperBindings} from './paper.ts'
import {qrCode} from './qr-code.ts'
import {mayExceedPage} from './step-length.ts'

/** One step in one box that no page divides. */
export function stepBox(step: Step, runbook: Runbook, writer: Writer): string {
  const inside = writer.with(commandBoxes(step, runbook, writer))
  return call('step', [code(writer.inside({heading: true}).phrasing(step.heading))], {
    level: (writer.page.level ?? 1) + 1,
    number: step.number,
    label: writer.claim(step.id),
    outcome: step.outcome,
    long: mayExceedPage(step, writer.book.options.paper ?? 'a4') || undefined,
    ...liveCode(step, writer),
    body: code(inside.flow(step.body)),
    choices: step.choices.map((choice) => code(choiceLine(choice, step, runbook, inside))),
  })
}

/** The QR code of the step on the site, with its address. */
function liveCode(step: Step, {page, book}: Writer): {qr?: Value; address?: string} {
  const address = liveAddress(page, book.options.siteUrl, step.id)
  return address === undefined ? {} : {qr: qrCode(address), address}
}

/** What stands in the place of each command's block; the expected output after it is part of it. */
function commandBoxes(step: Step, runbook: Runbook, writer: Writer): Map<Node, string> {
  const bindings = paperBindings(runbook)
  const commands = new Map<Node, Command>(step.commands.map((command) => [command.node, command]))
  const boxes = new Map<Node, string>()
  const visit = (siblings: readonly Node[]) => {
    siblings.forEach((node, index) => {
      const command = commands.get(node)
      const next = siblings[index + 1]
      if (command) boxes.set(node, commandBox(command, bindings, writer))
      if (command?.expect !== undefined && next?.type === 'code') boxes.set(next, '')
      visit(asAny(node).children ?? [])
    })
  }
  visit(step.body)
  return boxes
}
