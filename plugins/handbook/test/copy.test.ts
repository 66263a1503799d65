import {guard, type Runbook} from '@handrail/runbook'
import {beforeAll, describe, expect, it} from 'vitest'
import {expandTabs} from '../src/code/pieces.ts'
import {compilerMissing, type HandbookPage, type Paper} from '../src/index.ts'
import {blank, paperBindings} from '../src/runbook/paper.ts'
import {commands, readFixtureRunbook} from './fixtures.ts'
import {type Row, rowsOf} from './pdf-text.ts'
import {compilePages} from './compile-pages.ts'
import {parse} from './print.ts'

const page: HandbookPage = {path: 'docs/commands.md', title: 'Commands', root: parse(commands)}

/** Every line of code that stands alone, in order, as print shows it. */
const lines = codeOf(parse(commands) as Tree).flatMap((value) => value.split('\n').map(expandTabs))

describe.skipIf(compilerMissing())('a command that is copied out of the PDF', () => {
  describe.each<Paper>(['a4', 'letter', 'a5'])('on %s', (paper) => {
    let rows: Row[]
    beforeAll(async () => {
      rows = await rowsOf(await compilePages([page], {paper}))
    }, 60_000)

    it('is the command, character for character', () => {
      const code = rows.filter((row) => row.code)
      for (const line of lines) expect(takeLine(line, code)).toBe(line.trim())
    })

    it('is indented as in the source', () => {
      const at = (text: string) => rows.find((row) => row.text.startsWith(text))!.column
      expect(Math.round(at('others.each') - at('def resolve'))).toBe(2)
      expect(Math.round(at('four') - at('->'))).toBe(4)
    })
  })

  it('is that of the guard in a runbook', async () => {
    const runbook = readFixtureRunbook()
    const rows = await rowsOf(await compilePages([], {}, [runbook]))
    let code = rows.filter((row) => row.code)
    for (const text of commandTexts(runbook)) {
      const start = code.findIndex((_, at) => takeLine(text, code.slice(at)) === text)
      expect(start, text).not.toBe(-1)
      code = code.slice(start)
    }
  }, 60_000)
})

/**
 * Takes rows for a line and puts them together again: where the line was cut at white space, the
 * extractor gives the end of the row for it; anywhere else nothing may be lost or added.
 */
function takeLine(line: string, rows: Row[]): string {
  let taken = ''
  let left = line.trim()
  while (left !== '') {
    const row = rows.shift()
    if (!row || !left.startsWith(row.text)) return `${taken}✂${row?.text ?? ''}`
    taken += row.text
    left = left.slice(row.text.length)
    const space = /^ +/.exec(left)?.[0] ?? ''
    if (left !== '' && space === '') expect(row.text, 'cut after a hyphen').not.toMatch(/-$/)
    taken += space
    left = left.slice(space.length)
  }
  return taken
}

interface Tree {
  readonly type: string
  readonly value?: string
  readonly children?: readonly Tree[]
}

/** Blocks of code, and code that is alone in a table's cell. */
function codeOf({type, value, children = []}: Tree): string[] {
  if (type === 'code') return [value ?? '']
  if (type === 'tableCell' && children[0]?.type === 'inlineCode') return [children[0].value ?? '']
  return children.flatMap(codeOf)
}

/** What the guard says of each shell command on paper. */
function commandTexts(runbook: Runbook): string[] {
  const bindings = paperBindings(runbook)
  return runbook.steps
    .flatMap((step) => step.commands)
    .filter(({kind}) => kind === 'shell')
    .flatMap((command) => guard(command, bindings, {blank}).blocks.map(({text}) => text))
    .filter((text, at, texts) => text !== texts[at - 1])
}
