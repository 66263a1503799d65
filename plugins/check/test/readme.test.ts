import {mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {dirname, join} from 'node:path'
import {formatMessage} from 'remark-rst'
import {expect, test} from 'vitest'
import {checkRules, SiteCheck} from '../src/index.ts'

const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8')

test('the example prints what the README says', () => {
  const folder = mkdtempSync(join(tmpdir(), 'readme-'))
  try {
    for (const [, name, text] of readme.matchAll(/^ {4}(\S+\.\w+) {2,}(.*)$/gm)) {
      mkdirSync(dirname(join(folder, name!)), {recursive: true})
      writeFileSync(join(folder, name!), `${text}\n`)
    }
    const {pages, messages} = new SiteCheck(folder).run()
    const printed = `${pages.length} ${messages.map(formatMessage).join('\n')}`
    expect(readme).toContain(`\`\`\`text\n${printed}\n\`\`\``)
  } finally {
    rmSync(folder, {recursive: true})
  }
})

test('the table has every rule with its severity', () => {
  const rows = Object.entries(checkRules).map(([id, {severity}]) => `| \`${id}\` | ${severity} |`)
  expect(rows.filter((row) => !readme.includes(row))).toEqual([])
})
