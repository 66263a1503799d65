import {describe, expect, it} from 'vitest'
import {type Language, printPage} from './print.ts'
import {readSpecs} from './spec-file.ts'

describe('what each node becomes', () => {
  it.each(readSpecs())('$name ($place)', ({blocks}) => {
    const language = (['md', 'mdx', 'rst'] as const).find((name) => name in blocks) as Language
    const {typst, messages} = printPage(blocks[language]!, language)
    expect(typst).toBe(blocks['typst'] ?? '')
    const said = messages.map(({ruleId, line, reason}) => `${line} ${ruleId}: ${reason}`)
    expect(said.join('\n')).toBe(blocks['messages'] ?? '')
  })
})
