import {execFileSync} from 'node:child_process'
import {mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import path from 'node:path'
import {fileURLToPath} from 'node:url'
import type {Code} from 'mdast'
import {fromMarkdown} from 'mdast-util-from-markdown'
import {toString} from 'mdast-util-to-string'
import {expect, test} from 'vitest'

const packages = fileURLToPath(new URL('../../../node_modules', import.meta.url))

test('the example of the README prints what the README says', () => {
  const [page, names, fragment, script, output] = fencesUnder('Use')
  const folder = mkdtempSync(path.join(tmpdir(), 'readme-'))
  const write = (name: string, fence: Code | undefined): void => {
    mkdirSync(path.dirname(path.join(folder, name)), {recursive: true})
    writeFileSync(path.join(folder, name), `${fence!.value}\n`)
  }
  write('docs/page.md', page)
  write('includes/names.rst', names)
  write('includes/promotion.rst', fragment)
  write('example.mjs', script)
  symlinkSync(packages, path.join(folder, 'node_modules'))
  const printed = execFileSync(process.execPath, ['--import', 'tsx', 'example.mjs'], {
    cwd: folder,
    encoding: 'utf8',
  })
  rmSync(folder, {recursive: true})
  expect(printed.trim()).toBe(output!.value)
})

/** The fences of one section of the README. */
function fencesUnder(title: string): Code[] {
  const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8')
  const fences: Code[] = []
  let section = ''
  for (const node of fromMarkdown(readme).children) {
    if (node.type === 'heading') section = toString(node)
    else if (node.type === 'code' && section === title) fences.push(node)
  }
  return fences
}
