import {mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {dirname, join} from 'node:path'
import {formatMessage} from 'remark-rst'
import {describe, expect, test} from 'vitest'
import {contentOf, type Example, readExamples} from '../../rst/test/spec-file.ts'
import {checkRules, SiteCheck} from '../src/index.ts'

const specs = new URL('spec/', import.meta.url)
const settings = {handrail: {prolog: ['includes/names.rst', 'includes/more.rst']}}
const common = {
  'package.json': JSON.stringify(settings),
  'docs/index.md': '# Index\n',
  'includes/names.rst': '',
  'includes/more.rst': '',
}

/** The files of an example: the fences whose first line names a path. */
function filesOf({fences}: Example): Record<string, string> {
  const named = fences.filter(({info}) => info !== '')
  return Object.fromEntries(named.map(({info, content}) => [info, `${content}\n`]))
}

function check(files: Record<string, string>): string {
  const folder = mkdtempSync(join(tmpdir(), 'check-'))
  try {
    for (const [name, text] of Object.entries({...common, ...files})) {
      mkdirSync(dirname(join(folder, name)), {recursive: true})
      writeFileSync(join(folder, name), text)
    }
    const {messages} = new SiteCheck(folder).run()
    const shown = messages.filter(({fatal}) => fatal !== undefined)
    return shown.map(formatMessage).join('\n')
  } finally {
    rmSync(folder, {recursive: true})
  }
}

const specFiles = readdirSync(specs)

describe.each(specFiles)('%s', (file) => {
  test.each(readExamples(new URL(file, specs)))('$name', (example) => {
    expect(check(filesOf(example))).toBe(contentOf(example, 'messages'))
  })
})

test('every rule has an example', () => {
  const text = specFiles.map((file) => readFileSync(new URL(file, specs), 'utf8')).join()
  const without = Object.keys(checkRules).filter((rule) => !text.includes(`rst:${rule}\n`))
  expect(without).toEqual([])
})
