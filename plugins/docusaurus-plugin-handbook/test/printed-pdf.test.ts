import {readdirSync, rmSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {afterAll, beforeEach, describe, expect, it} from 'vitest'
import {type PrintJob, printedPdf} from '../src/printed-pdf.ts'
import {writeSite} from './site.ts'

const site = writeSite({'a.png': 'one'})
const picture = join(site, 'a.png')
afterAll(() => rmSync(site, {recursive: true}))

let printed = 0
const print = async () => Uint8Array.of(++printed)
const job = (source: string): PrintJob => ({
  book: {source, files: [{path: '/assets/1.png', file: picture}], copies: [], messages: []},
  theme: '',
  fonts: [],
  options: {},
})

describe('a printed book', () => {
  beforeEach(() => (printed = 0))

  it('is printed once', async () => {
    await printedPdf(site, job('once'), print)
    expect([...(await printedPdf(site, job('once'), print))]).toEqual([1])
    expect(printed).toBe(1)
  })

  it('is printed again if its source, what is copied of it, its options or a picture change', async () => {
    const {book} = job('b')
    await printedPdf(site, job('a'), print)
    await printedPdf(site, job('b'), print)
    await printedPdf(site, {...job('b'), book: {...book, copies: ['a\tb']}}, print)
    await printedPdf(site, {...job('b'), options: {standard: 'a-2a'}}, print)
    writeFileSync(picture, 'two')
    await printedPdf(site, job('b'), print)
    expect(printed).toBe(5)
  })

  it('is kept only for a while', async () => {
    for (let at = 0; at < 9; at++) await printedPdf(site, job(String(at)), print)
    expect(
      readdirSync(join(site, 'node_modules/.cache/docusaurus-plugin-handbook')).length,
    ).toBeLessThan(6)
  })
})
