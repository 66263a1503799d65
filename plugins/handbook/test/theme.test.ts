import {readFileSync} from 'node:fs'
import {describe, expect, it} from 'vitest'
import {compilerMissing, readTheme, type Theme} from '../src/index.ts'
import {compilePages, fonts} from './compile-pages.ts'
import {readFixtureRunbook} from './fixtures.ts'
import {rowsOf} from './pdf-text.ts'
import {type Language, parse} from './print.ts'
import {readSpecs} from './spec-file.ts'

/** Every example of the specification, a page each. */
const pages = readSpecs().map(({name, blocks}, at) => {
  const language = (['md', 'mdx', 'rst'] as const).find((key) => key in blocks) as Language
  const source = `${blocks[language]!}\n\n${endOf(at)}\n`
  return {path: `docs/${at}.${language}`, title: name, root: parse(source, language)}
})

function endOf(at: number): string {
  return `End of example ${at}.`
}

const picture = new URL('fixtures/picture.svg', import.meta.url).pathname

describe.skipIf(compilerMissing())('a theme', () => {
  it.each<Theme>(['handbook', 'plain'])(
    '%s prints every example, and a runbook',
    async (name) => {
      const options = {asset: () => ({file: picture, width: 80})}
      const theme = readTheme(name)
      const pdf = await compilePages(pages, options, [readFixtureRunbook()], {theme})
      const rows = await rowsOf(pdf)
      const said = rows.map(({text}) => text).join('\n')
      pages.forEach((_, at) => expect(said).toContain(endOf(at)))
      expect(said).toContain('pumpctl drain --force')
    },
    60_000,
  )

  it('names only families that are handed in', () => {
    const families = new Set(fonts.map(({family}) => family))
    for (const name of ['handbook', 'plain'] as const) {
      for (const [, family] of readTheme(name).matchAll(/"((?:Source|JetBrains|Noto)[^"]*)"/g)) {
        expect(families).toContain(family)
      }
    }
  })

  it('says what each of its variables is for', () => {
    const head = readTheme().split('// ---- Building blocks')[0]!
    for (const [, before, name] of head.matchAll(/^(.*)\n#let ([\w-]+)/gm)) {
      expect(/^(?:\/\/|#let)/.test(before!), name).toBe(true)
    }
    expect(readFileSync(new URL('../README.md', import.meta.url), 'utf8')).toContain(
      'themes/plain.typ',
    )
  })
})
