import {deflateSync} from 'node:zlib'
import {beforeAll, describe, expect, it} from 'vitest'
import {compilerMissing, type HandbookPage, toTypst} from '../src/index.ts'
import {fonts as fontList} from '../src/fonts.ts'
import {packObjects} from '../src/pdf/pack-objects.ts'
import {compilePages} from './compile-pages.ts'
import {commands, readFixtureRunbook} from './fixtures.ts'
import {type Row, rowsOf} from './pdf-text.ts'
import {parse} from './print.ts'

const page: HandbookPage = {path: 'docs/commands.md', title: 'Commands', root: parse(commands)}
const runbook = readFixtureRunbook()

describe.skipIf(compilerMissing())('the PDF', () => {
  let plain: Uint8Array
  let text: string
  let rows: Row[]
  beforeAll(async () => {
    plain = await compilePages([page], {}, [runbook], {pack: false})
    text = new TextDecoder('latin1').decode(plain)
    rows = await rowsOf(plain)
  }, 60_000)

  it('says that it is PDF/UA-1, and in which language', () => {
    expect(text).toContain('<pdfuaid:part>1</pdfuaid:part>')
    expect(text).toMatch(/\/Lang ?\(en\)/)
    expect(text).toMatch(/\/MarkInfo/)
  })

  it('is PDF/A-2a on request, and leaves pages before right-hand ones empty', async () => {
    const options = {pack: false, standard: 'a-2a'} as const
    const archive = await compilePages([page], {twoSided: true}, [runbook], options)
    const pages = new Set((await rowsOf(archive)).map((row) => row.page))
    expect([1, 2, 3, 4].map((at) => pages.has(at))).toEqual([true, false, true, false])
    const words = new TextDecoder('latin1').decode(archive)
    expect(words).toContain('<pdfaid:part>2</pdfaid:part>')
    expect(words).toContain('<pdfaid:conformance>A</pdfaid:conformance>')
  }, 60_000)

  it('embeds the fonts that are named, and no other', () => {
    const names = [...text.matchAll(/\/BaseFont ?\/[A-Z]{6}\+([\w-]+)/g)].map(([, name]) => name!)
    const allowed = new Set(fontList.map(({module}) => fontName(module)))
    expect(names.length).toBeGreaterThan(3)
    for (const name of names) expect(allowed).toContain(name)
    expect(text).not.toMatch(/\/FontFile ?null/)
  })

  it('has the date of the commit and no other', () => {
    const dates = [...text.matchAll(/\(D:(\d{8,14})/g)].map(([, date]) => date)
    expect(new Set(dates)).toEqual(new Set(['20260203030506']))
  })

  it('is the same, byte for byte, the next time', async () => {
    const again = await compilePages([page], {}, [runbook], {pack: false})
    expect(Buffer.compare(again, plain)).toBe(0)
  }, 60_000)

  it('numbers its pages as they are counted', () => {
    expect(text).toContain('/PageLabels')
    const last = Math.max(...rows.map((row) => row.page))
    expect(rows.some((row) => row.text.endsWith(`Page 2 of ${last}`))).toBe(true)
  })

  it('sends to the page on which a step is', () => {
    const sent = rows.flatMap((row) => {
      const found = /→ step (\d+), page (\d+)/.exec(row.text)
      return found ? [{step: found[1]!, page: Number(found[2])}] : []
    })
    expect(sent.length).toBeGreaterThan(5)
    for (const {step, page: at} of sent) {
      const title = runbook.steps[Number(step) - 1]!.title
      expect(
        rows.some(
          (row) => row.page === at && row.text.startsWith(`${step} `) && row.text.includes(title),
        ),
      ).toBe(true)
    }
  })

  it('divides no step between pages', () => {
    for (const step of runbook.steps) {
      const start = rows.findIndex(
        (row) => row.text.startsWith(`${step.number} `) && row.text.endsWith(step.title),
      )
      const end = rows.findIndex((row, at) => at > start && /^Time\s+Name$/.test(row.text))
      expect(rows[end]!.page).toBe(rows[start]!.page)
    }
  })

  it('carries the review and the revision on every page of a runbook', () => {
    const heads = rows.filter((row) => row.text.includes(`Revision ${runbook.version.slice(0, 8)}`))
    const pages = new Set(
      rows.filter(({text}) => /^Time\s+Name$/.test(text)).map((row) => row.page),
    )
    for (const at of pages) expect(heads.map((row) => row.page)).toContain(at)
    expect(heads[0]!.text).toContain('Reviewed 2026-02-01')
  })

  describe('with its objects packed', () => {
    let packed: Uint8Array
    beforeAll(() => {
      packed = packObjects(plain, (bytes) => deflateSync(bytes))
    })

    it('is smaller', () => {
      expect(packed.length).toBeLessThan(plain.length * 0.75)
    })

    it('says the same', async () => {
      expect(await rowsOf(packed)).toEqual(rows)
    })
  })
})

/** The name in a PDF of the font in a file: `SourceSerif4-SemiBoldItalic`. */
function fontName(module: string): string {
  const [family, weight, italic = ''] = /([^/]+)\.ttf$/.exec(module)![1]!.split('_')
  const style = weight!.replace(/^\d+/, '') + italic
  return `${family}-${style.replace(/^Regular(?=Italic)/, '')}`
}

describe('what is handed to the compiler', () => {
  const {source, files} = toTypst([page], [runbook], {title: 'A handbook'})
  const texts = [source, ...files.map((file) => ('text' in file ? file.text : ''))]

  it('asks for nothing from the network and for no time of day', () => {
    for (const text of texts) expect(text).not.toMatch(/@preview|datetime\.today|#import "http/)
  })

  it('is the same for the same input', () => {
    const again = toTypst([page], [runbook], {title: 'A handbook'})
    expect(again.files).toEqual(files)
    expect(again.source).toBe(source)
  })
})
