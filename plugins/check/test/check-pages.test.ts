import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {dirname, join} from 'node:path'
import {sitePages, siteReader, siteSettings} from 'remark-rst/site'
import {afterAll, expect, test} from 'vitest'
import {checkPages, type Severities, uniqueMessages} from '../src/index.ts'

const folders: string[] = []
afterAll(() => folders.forEach((folder) => rmSync(folder, {recursive: true})))

/** Writes a site and checks it; the rule, place and advice of each message. */
function checked(files: Record<string, string>, severities: Severities = {}, site = '.'): string[] {
  const top = mkdtempSync(join(tmpdir(), 'check-'))
  folders.push(top)
  const folder = join(top, site)
  const all = {'package.json': '{"handrail": {"prolog": ["includes/names.rst"]}}', ...files}
  for (const [name, text] of Object.entries({'includes/names.rst': '', ...all})) {
    mkdirSync(dirname(join(top, name)), {recursive: true})
    writeFileSync(join(top, name), text)
  }
  const settings = siteSettings(folder)
  const reader = siteReader(folder, settings)
  const pages = sitePages(folder, settings).flatMap((path) => reader.read(path) ?? [])
  return uniqueMessages(checkPages(folder, settings, pages, {severities})).map(
    ({name, ruleId, note}) => [name, ruleId, note].filter(Boolean).join(' '),
  )
}

test('links to nowhere, with what may be meant', () => {
  const found = checked({
    'docs/a.md': '# A\n\n## One place\n\n[x](bb.md) [y](#one-plcae) [z](deep/b.rst#here)\n',
    'docs/b.md': '# B\n\n[a](a.md#one-place) [o](https://x.example) [r](/route) ![p](p.png)\n',
    'docs/deep/b.rst': 'B\n=\n\n.. _here:\n\nText `to <../a.md#nope>`__ and `here`_.\n',
  })
  expect(found).toEqual([
    'docs/a.md:5:1 link-page Did you mean `docs/b.md`?',
    'docs/a.md:5:12 link-anchor Did you mean `#one-place`?',
    'docs/b.md:3:56 image-missing',
    'docs/deep/b.rst:6:6 link-anchor',
  ])
})

test('files outside of the site and its folders, as those that are not there', () => {
  const links = ['../../../x.csv', '/../../x.csv', '/../../x.html', '/../in.csv', '../in.csv']
  const page = `A\n=\n\n${links.map((url) => `\`x <${url}>\`__\n`).join('')}`
  const files = {
    ...{'x.csv': '', 'x.html': '', 'site/in.csv': '', 'site/docs/deep/a.rst': page},
    'site/docs/in.csv': '',
    'site/includes/names.rst': '',
  }
  expect(checked(files, {}, 'site')).toEqual([
    ...['docs/deep/a.rst:4:1 link-file', 'docs/deep/a.rst:5:1 link-file'],
    'docs/deep/a.rst:6:1 link-file',
  ])
  const manifest = '{"handrail": {"includes": [".."]}}'
  expect(checked({...files, 'site/package.json': manifest}, {}, 'site')).toEqual([])
})

test('a link in a fragment is reported where it is written', () => {
  const found = checked({
    'docs/a.rst': 'A\n=\n\n.. include:: ../includes/f.rst\n',
    'includes/f.rst': 'Text `there <#there>`__.\n',
  })
  expect(found).toEqual(['includes/f.rst:1:6 link-anchor'])
})

test('titles that jump', () => {
  const files = {'docs/a.md': '# A\n\n### C\n\n## B\n', 'docs/b.md': '---\ntitle: B\n---\n\n## C\n'}
  expect(checked(files)).toEqual(['docs/a.md:3:1 heading-jump'])
})

test('fragments and definitions that nothing uses, and definitions that come twice', () => {
  const names = '.. |one| replace:: One\n.. |two words| replace:: |one|\n.. |three| replace:: 3\n'
  const found = checked({
    'package.json': '{"handrail": {"prolog": ["includes/names.rst", "includes/more.rst"]}}',
    'includes/names.rst': names,
    'includes/more.rst': '.. |one| replace:: Eins\n',
    'includes/parts/used.rst': 'Text with |two\nwords|.\n',
    'includes/parts/unused.rst': 'Text.\n',
    'includes/parts/drawing.svg': '',
    'docs/a.rst': 'A\n=\n\n.. include:: ../includes/parts/used.rst\n',
  })
  expect(found).toEqual([
    'includes/more.rst:1:5 repeated-substitution The first is at includes/names.rst:1:5',
    'includes/names.rst:3:5 unused-substitution',
    'includes/parts/unused.rst:1:1 unused-fragment',
  ])
})

test('directives that are components of the site are known by name', () => {
  const found = checked({
    'package.json': '{"handrail": {"components": {"gallery": {"from": "@site/Gallery"}}}}',
    'docs/a.rst': 'A\n=\n\n..gallery:: x\n',
  })
  expect(found).toEqual(['docs/a.rst:4:1 directive-space'])
})

test('a severity of `off` drops a rule', () => {
  const files = {'docs/a.md': '# A\n\n[x](b.md)\n'}
  expect(checked(files, {'link-page': 'off'})).toEqual([])
})
