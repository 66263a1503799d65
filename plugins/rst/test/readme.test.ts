import {readFileSync} from 'node:fs'
import {format} from 'node:util'
import {expect, it} from 'vitest'
import * as rst from '../src/index.ts'

const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8')
const examples = [...readme.matchAll(/```js\n([^]*?)```[^`]*```text\n([^]*?)```/g)]

it.each(examples.map(([, code, output], i) => [i + 1, code!, output!] as const))(
  'prints what the README says, example %d',
  (_number, code, output) => {
    expect(run(code)).toBe(output)
  },
)

it('has examples', () => {
  expect(examples.length).toBeGreaterThan(2)
})

/** Runs an example with the package's exports in place of its import, and answers what it prints. */
function run(code: string): string {
  const lines: string[] = []
  const console = {log: (...values: unknown[]) => lines.push(format(...values))}
  const body = code.replace(/^import (\{.*\}) from '@handrail\/rst'$/m, 'const $1 = rst')
  new Function('rst', 'console', body)(rst, console)
  return lines.map((line) => `${line}\n`).join('')
}
