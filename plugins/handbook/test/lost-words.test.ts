import {beforeAll, describe, expect, it} from 'vitest'
import {compilerMissing, fontOptions} from '../src/index.ts'
import {handlers} from '../src/write/index.ts'
import {openMarkup} from '../src/tree/open-markup.ts'
import {compilePages, fonts} from './compile-pages.ts'
import {readFixtureRunbook} from './fixtures.ts'
import {lostWords, saidByPage} from './lost-words.ts'
import {rowsOf} from './pdf-text.ts'
import {picture, specPages} from './spec-pages.ts'

describe.skipIf(compilerMissing())('a book with every node', () => {
  const runbook = readFixtureRunbook()
  const said = [
    ...specPages.map((page) => saidByPage(page)),
    saidByPage(
      {path: runbook.path, title: runbook.title, root: {type: 'root', children: []}},
      runbook,
    ),
  ]
  const {covers} = fontOptions(fonts)
  let text: string
  beforeAll(async () => {
    const options = {asset: () => ({file: picture, width: 80})}
    const pdf = await compilePages(specPages, options, [runbook])
    text = (await rowsOf(pdf)).map((row) => row.text).join('\n')
  }, 60_000)

  it('has every node there is a handler for', () => {
    const types = new Set(specPages.flatMap(({root}) => typesIn(openMarkup(root))))
    const written = Object.keys(handlers).filter((type) => !['checkbox', 'unknown'].includes(type))
    expect(written.filter((type) => !types.has(type))).toEqual([])
  })

  it('loses no word of them, and prints them in their order', () => {
    expect(lostWords(said, text, covers)).toEqual([])
  })
})

describe('words that are looked for', () => {
  const page = (...runs: string[]) => [{runs, notes: []}]

  it('may be divided between lines, and by what stands between pages', () => {
    const text = 'A configu-\nration of\nPage 3 of 9\n\nChapter\nthe drbd resource pc0'
    expect(lostWords(page('A configuration of the', 'drbd', 'resource pc0'), text)).toEqual([])
  })

  it('are missed where they are lost, and where they stand in another order', () => {
    expect(lostWords(page('one two', 'three', 'four'), 'one two four')).toEqual(['three'])
    expect(lostWords(page('one', 'two'), 'two one')).toEqual(['two'])
  })

  it('are missed in a note', () => {
    expect(lostWords([{runs: ['one'], notes: ['see this']}], 'one that see')).toEqual(['this'])
  })
})

interface Tree {
  readonly type: string
  readonly children?: readonly Tree[]
}

function typesIn({type, children = []}: Tree): string[] {
  return [type, ...children.flatMap(typesIn)]
}
