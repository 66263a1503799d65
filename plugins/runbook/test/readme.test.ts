import {execFileSync} from 'node:child_process'
import {readFileSync, rmSync, writeFileSync} from 'node:fs'
import {fromMarkdown} from 'mdast-util-from-markdown'
import {expect, it} from 'vitest'
import * as runbook from '../src/index.ts'

const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8')
const blocks = fromMarkdown(readme).children.flatMap((node) => (node.type === 'code' ? [node] : []))

it('the example of the README prints what it says', () => {
  const code = blocks.find(({lang}) => lang === 'js')!.value
  const file = new URL('readme-example.ts', import.meta.url)
  writeFileSync(file, `// @ts-nocheck\n${code}`)
  try {
    const run = ['--import', 'tsx', file.pathname]
    const printed = execFileSync(process.execPath, run, {encoding: 'utf8'})
    expect(printed.trim()).toBe(blocks.find(({lang}) => lang === 'text')!.value)
  } finally {
    rmSync(file)
  }
})

it('names everything that is exported and is not a type', () => {
  for (const name of Object.keys(runbook)) expect(readme).toContain(`\`${name}`)
})
