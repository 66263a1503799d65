import {
  formatCondition,
  type Choice,
  type Runbook,
  type Step,
  type StepRef,
} from '@handrail/runbook'
import {labelOf} from '../target/labels.ts'
import {call, code, type Value} from '../typst/call.ts'
import {fill, type Words} from '../words.ts'
import {codePieces} from '../write/marks.ts'
import type {Writer} from '../write/writer.ts'

/** A way on: what must be seen, the words, and "go to step 7, page 12". */
export function choiceLine(choice: Choice, step: Step, runbook: Runbook, writer: Writer): string {
  const {words} = writer.book
  const {condition, wait, bindings} = choice
  const again = choice.target.runbook === undefined && choice.target.step === step.id
  const facts = condition?.kind === 'terms' ? formatCondition(condition) : undefined
  return call('choice', [code(writer.phrasing(choice.label))], {
    facts: facts && codePieces(writer.printable(facts), writer),
    write: bindings.length > 0 ? code(writer.string(bindingWords(bindings))) : undefined,
    wait:
      wait &&
      fill(words.wait, {every: duration(wait.every, words), max: duration(wait.max, words)}),
    'go-to': again ? code(call('go-again', [words.again])) : goTo(choice, runbook, writer),
  })
}

function bindingWords(bindings: Choice['bindings']): string {
  return bindings.map(({role, to}) => `${role} = ${to}`).join(', ')
}

/** Where a choice leads: the title of another runbook if it leaves this one, the step, the label. */
function goTo({target, position}: Choice, runbook: Runbook, writer: Writer): Value {
  const {runbooks} = writer.book
  const page = target.runbook === undefined ? writer.page : runbooks.get(target.runbook)
  const steps = target.runbook === undefined ? runbook.steps : (page?.runbook?.steps ?? [])
  const step = steps.find(({id}) => id === target.step)
  const title =
    target.runbook === undefined
      ? undefined
      : code(writer.text(page?.runbook?.title ?? target.runbook))
  if (!page || (target.step !== undefined && !step)) {
    const reason = `Unexpected choice to \`${targetName(target)}\`, expected a step of a printed runbook`
    writer.report('deadLink', reason, position && {type: 'choice', position})
    return code(call('go-to', [], {title}))
  }
  return code(call('go-to', [], {title, step: step?.number, label: labelOf(page.path, step?.id)}))
}

function targetName({runbook, step}: StepRef): string {
  return `${runbook ?? ''}${step ? `#${step}` : ''}`
}

/** Seconds in words: `10 s`, `30 min`, `2 h`. */
function duration(seconds: number, words: Words): string {
  if (seconds % 3600 === 0) return fill(words.hours, {n: seconds / 3600})
  if (seconds % 60 === 0) return fill(words.minutes, {n: seconds / 60})
  return fill(words.seconds, {n: seconds})
}
