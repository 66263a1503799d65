import {execFileSync} from 'node:child_process'
import {readFileSync} from 'node:fs'
import {fileURLToPath} from 'node:url'
import {expect, test} from 'vitest'

test('the example of the README prints what the README says', () => {
  const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8')
  const [, script] = /```js\n([\s\S]*?)```/.exec(readme)!
  const [, output] = /```md\n([\s\S]*?)```/.exec(readme)!
  const words = ['--import', 'tsx', '--input-type=module', '--eval', script!]
  const cwd = fileURLToPath(new URL('..', import.meta.url))
  const printed = execFileSync(process.execPath, words, {cwd, encoding: 'utf8'})
  expect(printed.trim()).toBe(output!.trim())
})
