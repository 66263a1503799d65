import {readFileSync} from 'node:fs'
import {rehearsalTexts} from '@handrail/runbook-element/rehearsal-words'
import {englishTexts} from '@handrail/runbook-element/texts'
import {describe, expect, test} from 'vitest'
import {englishWords} from '../../plugins/cli/src/terminal/words.ts'

const texts = {texts: englishTexts, rehearsal: rehearsalTexts, terminal: englishWords}

describe.each(Object.entries(texts))('%s.json in German', (name, english) => {
  const file = `i18n/de/docusaurus-plugin-runbook/${name}.json`
  const german: Record<string, {message: string}> = JSON.parse(readFileSync(file, 'utf8'))

  test('it has every text, and none that nobody shows', () => {
    expect(Object.keys(german).sort()).toEqual(Object.keys(english).sort())
  })

  test.each(Object.entries(english))('%s has the same placeholders', (id, text) => {
    expect(placeholders(german[id]!.message)).toEqual(placeholders(text))
  })
})

function placeholders(text: string): string[] {
  return [...new Set(text.match(/\{\w+\}/g))].sort()
}
