import {readdirSync} from 'node:fs'
import {expect, it} from 'vitest'
import {blockRules} from '../src/message/block.ts'
import {directiveRules} from '../src/message/directive.ts'
import {inlineRules} from '../src/message/inline.ts'
import {nameRules} from '../src/message/names.ts'
import {roleRules} from '../src/message/role.ts'
import {readExamples} from './spec-file.ts'
import {parseExample} from './spec-run.ts'

const folder = new URL('spec/', import.meta.url)

/** The rules that parsing alone may break. */
const rules = {...blockRules, ...inlineRules, ...nameRules, ...directiveRules, ...roleRules}

/** Rules that no document breaks by itself: their tests make the elements or the limits. */
const shownElsewhere = new Set(['duplicate-id', 'nesting'])

it('has an example of each rule', () => {
  const seen = new Set<string>()
  for (const name of readdirSync(folder, {recursive: true, encoding: 'utf8'})) {
    if (!name.endsWith('.md')) continue
    for (const example of readExamples(new URL(name, folder))) {
      if (!example.fences.some(({language}) => language === 'rst')) continue
      for (const {ruleId} of parseExample(example).messages) seen.add(ruleId)
    }
  }
  const said = Object.entries(rules).filter(([, {severity}]) => severity !== 'off')
  const missing = said.map(([id]) => id).filter((id) => !seen.has(id) && !shownElsewhere.has(id))
  expect(missing).toEqual([])
})
