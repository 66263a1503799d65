import type {Runbook} from '@handrail/runbook'
import {
  compile,
  type CompileOptions,
  createHighlight,
  fontOptions,
  type HandbookOptions,
  type HandbookPage,
  readFonts,
  readTheme,
  toTypst,
} from '../src/index.ts'

export const fonts = readFonts()

const defaults: HandbookOptions = {
  title: 'A handbook',
  version: '1.2.3',
  commit: 'abc1234',
  date: '2026-02-03T04:05:06+01:00',
  classification: 'Internal',
  siteUrl: 'https://site.example',
  ...fontOptions(fonts),
}

/** Prints pages and runbooks with the fonts and the theme of this package. */
export async function compilePages(
  pages: readonly HandbookPage[],
  options: Partial<HandbookOptions> = {},
  runbooks: readonly Runbook[] = [],
  compileOptions: CompileOptions & {theme?: string} = {},
): Promise<Uint8Array> {
  const highlight = await createHighlight(['sh', 'ruby', 'json'])
  const book = toTypst(pages, runbooks, {...defaults, highlight, ...options})
  const {theme = readTheme(), ...rest} = compileOptions
  return compile(book, theme, fonts, {date: defaults.date!, ...rest})
}
