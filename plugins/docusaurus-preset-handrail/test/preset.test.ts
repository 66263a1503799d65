import {mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import type {LoadContext} from '@docusaurus/types'
import {afterAll, beforeEach, describe, expect, test} from 'vitest'
import handrailPreset, {type HandrailPresetOptions} from '../src/index.ts'

const siteDir = mkdtempSync(join(tmpdir(), 'preset-'))
afterAll(() => rmSync(siteDir, {recursive: true}))
beforeEach(() => writeFileSync(join(siteDir, 'package.json'), '{}'))

/** What the preset answers for a site, with what it has made of the site's settings. */
function preset(options?: HandrailPresetOptions) {
  const markdown: Record<string, unknown> = {format: 'detect', emoji: true}
  const siteConfig = {title: 'T', url: 'https://t.example', baseUrl: '/', markdown}
  const context = {siteDir, siteConfig} as unknown as LoadContext
  const {themes, plugins} = handrailPreset(context, options)
  const entries = plugins as [name: string | (() => void), options: Record<string, unknown>][]
  const named = new Map(entries.map(([name, own]) => [shortName(name), own]))
  return {themes: themes as [string, object][], plugins: named, markdown}
}

function shortName(name: string | (() => void)): string {
  if (typeof name === 'function') return name.name === 'plugin' ? 'rst' : name.name
  return /[\\/](plugin-[a-z-]+)[\\/]/.exec(name)?.[1] ?? name
}

describe('one line in a configuration', () => {
  test('gives docs at the root, pages, a sitemap and a theme; no blog', () => {
    const {themes, plugins} = preset()
    expect([...plugins.keys()]).toEqual([
      ...['plugin-content-docs', 'pagesWithRst', 'plugin-sitemap', 'rst'],
    ])
    expect(plugins.get('plugin-content-docs')).toMatchObject({
      ...{path: 'docs', routeBasePath: '/', include: ['**/*.{md,mdx,rst}']},
      sidebarItemsGenerator: expect.any(Function),
    })
    expect(themes[0]![0]).toMatch(/theme-classic/)
    expect(themes[0]![1]).toEqual({customCss: [expect.stringMatching(/rst\.css$/)]})
  })

  test('reads front matter its own way, and no emoji', () => {
    const {markdown} = preset()
    expect(markdown).toEqual({
      ...{format: 'detect', emoji: false},
      parseFrontMatter: expect.any(Function),
    })
  })

  test('takes how pages are read from package.json', () => {
    const handrail = {
      ...{docs: '../src', includes: ['../shared'], prolog: ['names.rst'], epilog: ['end.rst']},
      ...{defaultRole: 'any', suffixes: ['.txt'], rootDocument: 'contents', exclude: ['old']},
      ...{includeBase: 'file', severities: {'undefined-directive': 'warning'}},
    }
    writeFileSync(join(siteDir, 'package.json'), JSON.stringify({handrail}))
    const {plugins} = preset()
    expect(plugins.get('rst')).toEqual({
      ...{includeRoots: ['../shared'], prolog: ['names.rst'], epilog: ['end.rst']},
      ...{defaultRole: 'any', suffixes: ['.txt'], rootDocument: 'contents', exclude: ['old']},
      ...{includeBase: 'file', severities: {'undefined-directive': 'warning'}},
    })
    expect(plugins.get('plugin-content-docs')).toMatchObject({
      ...{path: '../src', include: ['**/*.{md,mdx,txt}']},
      exclude: expect.arrayContaining(['old', 'old/**']),
    })
  })
})

describe('its options', () => {
  test('are those of the plugins, and win', () => {
    const {plugins, themes} = preset({
      docs: {routeBasePath: 'docs', editUrl: 'https://e.example'},
      blog: {},
      pages: false,
      theme: {customCss: 'a.css'},
      rst: {includeBase: 'file', raw: 'refuse'},
    })
    expect([...plugins.keys()]).toEqual([
      ...['plugin-content-docs', 'plugin-content-blog', 'plugin-sitemap', 'rst'],
    ])
    expect(plugins.get('plugin-content-docs')).toMatchObject({
      ...{routeBasePath: 'docs', editUrl: 'https://e.example'},
    })
    expect(plugins.get('plugin-content-blog')).toMatchObject({include: ['**/*.{md,mdx,rst}']})
    expect(plugins.get('rst')).toMatchObject({includeBase: 'file', raw: 'refuse'})
    expect(themes[0]![1]).toEqual({customCss: [expect.stringMatching(/rst\.css$/), 'a.css']})
  })
})
