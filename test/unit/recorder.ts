import type {Program} from '../../plugins/runbook/src/check/program.ts'
import {type Judged, type Option, StepJudge} from '../../plugins/runbook/src/check/judge-step.ts'
import type {Thread} from '../../plugins/runbook/src/check/thread.ts'

/** Judges as ever, and writes down what it was asked and what it answered. */
export class Recorder {
  keys: string[] = []
  answers: string[] = []
  private readonly inner: StepJudge

  constructor(program: Program) {
    this.inner = new StepJudge(program)
  }

  begin(): void {
    this.keys = []
    this.answers = []
  }

  judge(index: number, thread: Thread): Judged {
    const judged = this.inner.judge(index, thread)
    const {answer, decisions, unseen} = judged
    this.keys.push(this.inner.keyOf(index, thread))
    this.answers.push(
      [answer ? inWords(answer) : '', ...decisions.map(inWords), ...unseen].join(' '),
    )
    return judged
  }
}

const inWords = ({choice, target, rolesKey, exchanges}: Option): string =>
  JSON.stringify([
    choice.wait ?? !choice.condition,
    choice.bindings.length,
    target,
    rolesKey,
    exchanges,
  ])
