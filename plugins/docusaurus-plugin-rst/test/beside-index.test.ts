import {mkdtempSync, mkdirSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterAll, expect, test} from 'vitest'
import {isBesideIndex} from '../src/beside-index.ts'

const docs = mkdtempSync(join(tmpdir(), 'beside-'))
afterAll(() => rmSync(docs, {recursive: true}))
for (const name of ['guide/guide.rst', 'guide/index.rst', 'guide/other.rst', 'alone/alone.rst']) {
  mkdirSync(join(docs, name, '..'), {recursive: true})
  writeFileSync(join(docs, name), '')
}

test.each([
  ['guide/guide.rst', true],
  ['guide/README.rst', true],
  ['guide/index.rst', false],
  ['guide/other.rst', false],
  ['alone/alone.rst', false],
])('%s: %s', (name, expected) => {
  expect(isBesideIndex(join(docs, name), ['.rst'])).toBe(expected)
})
