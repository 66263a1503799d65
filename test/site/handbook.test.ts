import {execFileSync, spawnSync} from 'node:child_process'
import {existsSync} from 'node:fs'
import {fileURLToPath} from 'node:url'
import {vocabulary} from '@handrail/cluster/vocabulary'
import {fontOptions, type HandbookPage, readFonts} from '@handrail/handbook'
import {guard, readRunbooks, type Runbook, start} from '@handrail/runbook'
import {siteReader, siteSettings} from 'remark-rst/site'
import {visit} from 'unist-util-visit'
import {beforeAll, describe, expect, test} from 'vitest'
import {bookPages} from '../../plugins/docusaurus-plugin-handbook/src/book-pages.ts'
import {lostWords, saidByPage} from '../../plugins/handbook/test/lost-words.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const pdf = fileURLToPath(new URL('../../build/handbook.pdf', import.meta.url))

/** Whether there is a handbook, and the tool a test looks at it with. */
const readable = (tool: string): boolean =>
  existsSync(pdf) && spawnSync(tool, ['-v'], {stdio: 'ignore'}).error === undefined

const run = (tool: string, ...words: string[]): string =>
  execFileSync(tool, words, {encoding: 'utf8', maxBuffer: 1e9, stdio: ['ignore', 'pipe', 'ignore']})

const reader = siteReader(root, siteSettings(root))
reader.refresh()
const pages = bookPages({siteDir: root, out: pdf}, reader).printed.filter(
  (page): page is HandbookPage => 'path' in page,
)
const runbooks = new Map(
  readRunbooks(
    pages.flatMap(({path}) => reader.read(path) ?? []),
    {vocabulary},
  ).runbooks.map((runbook) => [runbook.path, runbook]),
)

describe.skipIf(!readable('pdftotext'))('the text of the handbook', () => {
  let printed: string
  beforeAll(() => {
    printed = run('pdftotext', pdf, '-')
  })

  test('has every line of code of the guide, byte for byte', () => {
    const copied = new Set(lines(printed))
    const guide = pages.filter(({path}) => !runbooks.has(path))
    const wanted = guide.flatMap(({root: tree}) => codeLines(tree))
    expect(wanted.length).toBeGreaterThan(150)
    expect(wanted.filter((line) => !copied.has(line))).toEqual([])
  })

  test('has every command of the runbooks in its guard, byte for byte', () => {
    const copied = new Set(lines(printed))
    const wanted = [...runbooks.values()].flatMap(commandLines)
    expect(wanted.length).toBeGreaterThan(400)
    expect(wanted.filter((line) => !copied.has(line))).toEqual([])
  })

  test('has every command within a line as often as the guide does', () => {
    const counts = new Map<string, number>()
    for (const {path, root: tree} of pages) {
      if (runbooks.has(path)) continue
      visit(tree, 'inlineCode', ({value}) => {
        counts.set(value, (counts.get(value) ?? 0) + 1)
      })
    }
    expect(counts.size).toBeGreaterThan(200)
    const broken = [...counts].filter(([value, count]) => printed.split(value).length - 1 < count)
    expect(broken).toEqual([])
  })

  test('says on the title page what it is, and on every other how far it may go', () => {
    const [title, ...others] = printed.split('\f').filter(Boolean)
    expect(title).toMatch(/^PUBLIC$/m)
    expect(title).toMatch(/^[\d.]+\s[\da-f]{7,}\s\d{4}-\d{2}-\d{2}\shttps:/m)
    expect(others.filter((page) => !/^PUBLIC · High availability/m.test(page))).toEqual([])
    expect(others.at(-1)).toMatch(/^Index$/m)
  })

  test('loses no word of any page, and has them in their order', () => {
    const said = pages.map((page) => saidByPage(page, runbooks.get(page.path)))
    const {covers} = fontOptions(readFonts())
    expect(lostWords(said, run('pdftotext', '-raw', pdf, '-'), covers)).toEqual([])
  })
})

test.skipIf(!readable('pdffonts'))('the handbook embeds all its fonts, and only ours', () => {
  const [, , ...fonts] = run('pdffonts', pdf).trim().split('\n')
  expect(fonts.length).toBeGreaterThan(4)
  for (const font of fonts) {
    expect(font).toMatch(/^[A-Z]{6}\+(SourceSerif4|SourceSans3|JetBrainsMono|Noto)/)
    expect(font).toMatch(/ yes yes yes +\d+ +0\s*$/)
  }
})

test.skipIf(!readable('qpdf'))('the handbook is a sound file', () => {
  expect(run('qpdf', '--check', pdf)).toContain('No syntax or stream encoding errors found')
})

test.skipIf(!readable('pdfinfo'))('the handbook is tagged, and says what it is', () => {
  const facts = run('pdfinfo', pdf)
  expect(facts).toMatch(/^Title: +High availability/m)
  expect(facts).toMatch(/^Tagged: +yes$/m)
  expect(facts).toMatch(/^Page size: .*\(A4\)$/m)
  expect(run('pdfinfo', '-meta', pdf)).toContain('<pdfuaid:part>1</pdfuaid:part>')
})

function lines(text: string): string[] {
  return text.split(/[\n\f]/).map((line) => line.trim())
}

/** Lines of code blocks, without the white space around them, which is where the block stands. */
function codeLines(tree: HandbookPage['root']): string[] {
  const found: string[] = []
  visit(tree, 'code', ({value}) => {
    found.push(...lines(value).filter(Boolean))
  })
  return found
}

/** The lines of a runbook's commands as paper gives them: guarded, with blanks to fill in. */
function commandLines(runbook: Runbook): string[] {
  const {bindings} = start(runbook).state
  return runbook.steps
    .flatMap(({commands}) => commands)
    .filter(({kind}) => kind === 'shell')
    .flatMap((command) => guard(command, bindings, {blank: '________'}).blocks)
    .flatMap(({text}) => lines(text))
}
