import {readFileSync} from 'node:fs'
import {expect, test} from 'vitest'
import {siteRunbooks} from './site-runbooks.ts'

test('docs/reference/escalations.md gives a reason for every outcome that hands over', () => {
  const page = readFileSync('docs/reference/escalations.md', 'utf8')
  const explained = [...page.matchAll(/\]\(\.\.\/runbooks\/([\w-]+)\.md#([\w-]+)\)/g)]
  const outcomes = siteRunbooks().flatMap(({name, steps}) =>
    steps.filter(({outcome}) => outcome === 'escalate').map(({id}) => `${name}#${id}`),
  )
  expect(outcomes.length).toBeGreaterThan(0)
  expect(explained.map(([, runbook, step]) => `${runbook}#${step}`).sort()).toEqual(outcomes.sort())
})
