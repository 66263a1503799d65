import {describe, expect, it} from 'vitest'
import {replay} from '../src/index.ts'
import {readMarkdown} from './markdown.ts'
import {messageLine} from './outline.ts'

const head = {runbook: 'example', hosts: ['be1', 'be2']}
const english = `# Example

## Is it up?

- \`be1: reach=yes\` Yes, it is → [Done: it is up](#done-it-is-up)
- \`else\` No → [Escalate: call](#escalate-call)

## Done: it is up

## Escalate: call
`
const german = `# Beispiel

## Läuft es?

- \`be1: reach=yes\` Ja, es läuft → [Fertig: es läuft](#fertig-es-läuft)
- \`else\` Nein → [Weitergeben: anrufen](#escalate-call)

## Fertig: es läuft

## Weitergeben: anrufen
`
const original = readMarkdown(english, {head}).runbook!
const words = {done: 'Fertig', serving: 'In Betrieb', escalate: 'Weitergeben'}
const options = {head, original, outcomeWords: words, language: 'de'}

describe('a translation', () => {
  it('takes the ids of the default language, so that links and logs hold in both', () => {
    const {runbook, messages} = readMarkdown(german, options)
    expect(messages).toEqual([])
    expect(runbook!.steps.map(({id, outcome}) => [id, outcome])).toEqual([
      ['is-it-up', undefined],
      ['done-it-is-up', 'done'],
      ['escalate-call', 'escalate'],
    ])
    expect(runbook!.steps[0]!.choices.map(({id, target}) => [id, target.step])).toEqual([
      ['yes-it-is', 'done-it-is-up'],
      ['no', 'escalate-call'],
    ])
    const answers = [{step: 'is-it-up', choice: 'no'}]
    expect(replay(runbook!, answers).state.step).toBe(replay(original, answers).state.step)
  })

  it('promises what the original promises, in words nobody has listed', () => {
    const {runbook, messages} = readMarkdown(german, {head, original, language: 'de'})
    expect(messages).toEqual([])
    expect(runbook!.steps.map(({outcome}) => outcome)).toEqual([undefined, 'done', 'escalate'])
    const other = german.replace('## Fertig:', '## Escalate:').replace('(#fertig-', '(#escalate-')
    expect(readMarkdown(other, {head, original}).messages.map(firstLine)).toEqual([
      '8:1 error translation-graph: Unexpected choices or commands of step 2, expected those of `done-it-is-up` in `runbooks/example.md`',
    ])
  })

  it('says where its graph differs', () => {
    const swapped = german.replace('(#fertig-es-läuft)', '(#weitergeben-anrufen)')
    const shorter = german.replace('## Weitergeben: anrufen\n', '')
    const lines = (page: string) => readMarkdown(page, options).messages.map(firstLine)
    expect(lines(swapped)).toEqual([
      '3:1 error translation-graph: Unexpected choices or commands of step 1, expected those of `is-it-up` in `runbooks/example.md`',
    ])
    expect(lines(shorter)).toEqual([
      '8:1 error translation-graph: Unexpected 2 steps, expected the 3 of `runbooks/example.md`',
    ])
  })
})

/** A message without its advice. */
function firstLine(message: Parameters<typeof messageLine>[0]): string {
  return messageLine(message).split('\n', 1)[0]!
}

describe('the version', () => {
  const version = (page: string) => readMarkdown(page, {head}).runbook!.version

  it('is the same for texts that read the same', () => {
    expect(version(english)).toBe(version(english.replace('# Example\n', '# Example\n\n\n')))
    expect(version(english)).toMatch(/^[0-9a-z]{11}$/)
  })

  it('changes with a word, a condition and a target', () => {
    const versions = [
      english,
      english.replace('Yes, it', 'Yes, they'),
      english.replace('reach=yes', 'reach=no'),
      english.replace('(#escalate-call)', '(#done-it-is-up)'),
    ].map(version)
    expect(new Set(versions).size).toBe(4)
  })
})
