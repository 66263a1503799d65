import {readFileSync} from 'node:fs'
import {describe, expect, it} from 'vitest'
import {compilerMissing, readTheme, type Theme} from '../src/index.ts'
import {compilePages, fonts} from './compile-pages.ts'
import {readFixtureRunbook} from './fixtures.ts'
import {rowsOf} from './pdf-text.ts'
import {endOf, picture, specPages} from './spec-pages.ts'

describe.skipIf(compilerMissing())('a theme', () => {
  it.each<Theme>(['handbook', 'plain'])(
    '%s prints every example, and a runbook',
    async (name) => {
      const options = {asset: () => ({file: picture, width: 80})}
      const theme = readTheme(name)
      const pdf = await compilePages(specPages, options, [readFixtureRunbook()], {theme})
      const rows = await rowsOf(pdf)
      const said = rows.map(({text}) => text).join('\n')
      specPages.forEach((_, at) => expect(said).toContain(endOf(at)))
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
