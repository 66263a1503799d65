import type {Head, Runbook} from '@handrail/runbook'
import {array, call, code, dictionary, type Value} from '../typst/call.ts'
import {literal} from '../typst/literal.ts'
import {labelOf} from '../target/labels.ts'
import {fill} from '../words.ts'
import {titleWords} from '../write/heading.ts'
import type {Writer} from '../write/writer.ts'
import {conditionWords} from './condition-words.ts'
import {mapRunbook} from './map.ts'
import {liveAddress} from './paper.ts'
import {qrCode} from './qr-code.ts'
import {stepBox} from './step.ts'

/**
 * A runbook after aviation's quick reference handbooks: when to use it on top, what is needed and
 * what is to be filled in, a map, then a box a step. Every page carries the date of the last
 * review and the revision.
 *
 * @param opened whether it may start on the page that is open
 */
export function printRunbook(runbook: Runbook, opened: boolean, writer: Writer): string[] {
  return [
    runbookStart(runbook, opened, writer),
    runbookHead(runbook, writer),
    runbookMap(runbook, writer),
    ...runbook.steps.map((step) => stepBox(step, runbook, writer)),
  ]
}

function runbookStart({title, version, head}: Runbook, opened: boolean, writer: Writer): string {
  const {words} = writer.book
  const reviewed = head.reviewed ? fill(words.reviewed, {date: head.reviewed}) : words.notReviewed
  const revision = fill(words.revision, {revision: version.slice(0, 8)})
  return call('runbook-start', [writer.page.level ?? 1, code(titleWords(writer))], {
    label: writer.claim(''),
    opened: opened || undefined,
    strip: code(array([writer.text(title), writer.text(`${reviewed} · ${revision}`)])),
  })
}

function runbookHead(runbook: Runbook, writer: Writer): string {
  const {words, options} = writer.book
  const {head} = runbook
  const address = liveAddress(writer.page, options.siteUrl)
  const facts: [string, string | undefined][] = [
    [words.takes, head.time],
    [words.needs, head.needs.join('; ') || undefined],
    [words.owner, head.owner],
  ]
  return call('runbook-head', [code(writer.flow(runbook.intro))], {
    covers: head.covers.map((condition) =>
      code(writer.string(conditionWords(condition, {words, keys: options.keys}))),
    ),
    unproven: head.unproven.map((claim) => code(writer.text(claim))),
    facts: facts.flatMap(([name, value]) =>
      value === undefined ? [] : [code(array([literal(name), writer.text(value)]))],
    ),
    blanks: blanks(head, writer),
    ...(address !== undefined && {qr: qrCode(address), address}),
  })
}

/** What has a name in the commands: hosts, roles and values, each with a line to write on. */
function blanks({hosts, roles, values}: Head, writer: Writer): Value[] {
  const names = [...hosts, ...roles].map((name) => ({name, usually: undefined}))
  const filled = values.map((value) => ({name: value.name, usually: value.default}))
  return [...names, ...filled].map(({name, usually}) =>
    code(array([writer.string(name), usually === undefined ? 'none' : writer.string(usually)])),
  )
}

/** The steps with their pages, and lines from each to where it leads. */
function runbookMap(runbook: Runbook, writer: Writer): string {
  const {next, lanes} = mapRunbook(runbook)
  const steps = runbook.steps.map((step) =>
    code(
      dictionary({
        number: step.number,
        title: code(writer.inside({heading: true}).text(step.title)),
        label: labelOf(writer.page.path, step.id),
        outcome: step.outcome,
      }),
    ),
  )
  return call('runbook-map', steps, {
    next: [...next],
    lanes: lanes.map(({lane, target, sources}) =>
      code(dictionary({lane, target, sources: [...sources]})),
    ),
  })
}
