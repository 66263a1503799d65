import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {dirname, join} from 'node:path'
import {toString} from 'mdast-util-to-string'
import {afterAll, expect, test} from 'vitest'
import {excludedBy, sitePages, siteReader, siteSettings} from '../src/site.ts'

const site = mkdtempSync(join(tmpdir(), 'site-'))
afterAll(() => rmSync(site, {recursive: true}))

const files = {
  'package.json': JSON.stringify({
    handrail: {
      prolog: ['includes/names.rst'],
      epilog: ['includes/end.rst', 'includes/links.rst'],
      defaultRole: 'literal',
      exclude: ['drafts', '**/old-*'],
    },
  }),
  'includes/names.rst': '.. |drbd| replace:: DRBD\n',
  'includes/end.rst': 'Ask |who|.\n',
  'includes/links.rst': '.. |who| replace:: somebody\n',
  'docs/page.rst': 'Repair |drbd| with `drbdadm`.\n',
  'docs/other.md': 'Ask |who|.\n',
  'docs/drafts/page.rst': 'x\n',
  'docs/guide/old-page.rst': 'x\n',
}
for (const [name, text] of Object.entries(files)) {
  mkdirSync(dirname(join(site, name)), {recursive: true})
  writeFileSync(join(site, name), text)
}
const settings = siteSettings(site)

test('pages that fit a pattern, or are in a folder that does, are left out', () => {
  expect(sitePages(site, settings)).toEqual(['docs/other.md', 'docs/page.rst'])
})

test('patterns are read as Sphinx reads them', () => {
  const isExcluded = excludedBy(['a/*', '[bc].rst', 'd?', '**/x', 'e'])
  const paths = ['a/b', 'a/b/c', 'b.rst', 'f/b.rst', 'd1/y', 'f/x', 'x', 'e', 'e/f.rst', 'ee']
  expect(paths.filter(isExcluded)).toEqual(['a/b', 'a/b/c', 'b.rst', 'd1/y', 'f/x', 'e', 'e/f.rst'])
})

test('pages have the prolog, the epilog and the default role of the site', () => {
  const reader = siteReader(site, settings)
  const {tree} = reader.read('docs/page.rst')!
  expect(tree.children.map((node) => toString(node))).toEqual([
    'Repair DRBD with drbdadm.',
    'Ask somebody.',
  ])
  expect(toString(reader.read('docs/other.md')!.tree)).toBe('Ask somebody.')
  expect(reader.messages()).toEqual([])
})
