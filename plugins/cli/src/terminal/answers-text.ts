import type {Runbook} from '@handrail/runbook'
import {type Answer, type Misfit, type State, withNames} from '@handrail/runbook/machine'
import {fill} from '@handrail/runbook-element/texts'
import type {TerminalTexts} from './words.ts'
import {wrap} from './wrap.ts'

/** The answers given so far in a runbook, with the numbers they are changed by. */
export function answersText(
  runbook: Runbook,
  {answers, bindings}: State,
  texts: TerminalTexts,
  width: number,
): string {
  if (answers.length === 0) return texts['decided-none']
  const lines = answers.map((answer, index) => {
    const {title, words} = wordsOf(runbook, answer)
    return wrap(`${index + 1}. ${title} ${withNames(words, bindings)}`, width, '   ')
  })
  return [`${texts.decided}:`, ...lines].join('\n')
}

/** What became of the answers after one that was changed, each a sentence. */
export function revisedSentences(
  runbook: Runbook,
  {misfits, kept}: {misfits: readonly Misfit[]; kept: number},
  texts: TerminalTexts,
): string[] {
  const sentences = misfits.map(({kind, answer, reason}) => {
    if (!answer) return fill(texts['not-taken'], {reason})
    const text = texts[kind === 'other-host' ? 'unfit-other-host' : 'unfit']
    return fill(text, wordsOf(runbook, answer))
  })
  return kept > 0 ? [fill(texts.kept, {count: kept}), ...sentences] : sentences
}

/** An answer as it was read. */
function wordsOf({steps}: Runbook, {step, choice}: Answer): {title: string; words: string} {
  const asked = steps.find(({id}) => id === step)
  const taken = asked?.choices.find(({id}) => id === choice)
  return {title: asked?.title ?? step, words: taken?.words ?? choice}
}
