import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import path from 'node:path'
import {afterEach, beforeEach, describe, expect, test} from 'vitest'
import {CachedSite} from './cached-site.ts'

const french = 'i18n/fr/docusaurus-plugin-content-docs'

/** What each file of a site may say; nothing means that there is no such file. */
const texts: Record<string, readonly (string | undefined)[]> = {
  'docs/index.rst': [
    'Home\n====\n\n.. toctree::\n\n   page\n   deep/other\n   deep/renamed\n',
    'Start\n=====\n\n.. toctree::\n   :hidden:\n\n   page\n\n:ref:`aim`\n',
    'All\n===\n\n.. toctree::\n   :glob:\n\n   deep/*\n',
  ],
  'docs/page.rst': [
    'Page\n====\n\n|name|, :doc:`deep/other`, :doc:`/deep/renamed`\n\n.. include:: ../../first.rst\n',
    'Moved\n=====\n\n:slug: elsewhere\n\n:ref:`aim`, `there <deep/other.rst#aims>`__\n',
    '.. _aim:\n\nPage\n====\n\n|other|\n\n.. include:: ../../missing.rst\n',
  ],
  'docs/deep/other.rst': [
    'Other\n=====\n\n.. _aim:\n\nAims\n----\n\n:doc:`/page`\n',
    'Another\n=======\n\n:slug: high\n\n.. include:: ../../nested.rst\n',
    undefined,
  ],
  'docs/deep/renamed.rst': [
    undefined,
    '.. _aim:\n\nRenamed |name|\n==============\n\n:ref:`aim`\n',
  ],
  'docs/notes.md': [
    '# Notes\n\n|name|, [to](page.rst), [on](deep/other.rst#aims)\n\n.. include:: ../../first.md\n',
    '# Remarks on |other|\n\n[to](deep/renamed.rst)\n',
  ],
  'one/first.rst': [undefined, 'From one.\n', '.. include:: ../../nested.rst\n'],
  'two/first.rst': ['From two.\n\n.. include:: ../../nested.rst\n', 'From two again.\n'],
  'two/first.md': ['First |name|.\n', undefined],
  'two/nested.rst': ['Nested |name|.\n', 'Nested.\n\nTitle\n-----\n', undefined],
  'two/missing.rst': [undefined, 'Found.\n'],
  'two/names.rst': [
    '.. |name| replace:: DRBD\n.. |other| replace:: |name|\n',
    '.. |name| replace:: *Chef*\n.. |other| replace:: x\n',
    '.. |other| replace:: only\n',
  ],
  'versioned_docs/version-1.0/page.rst': [
    undefined,
    'Old page\n========\n\n:ref:`aim`, :doc:`deep/other`\n\n.. include:: ../../first.rst\n',
  ],
  'versioned_docs/version-1.0/deep/other.rst': [
    undefined,
    'Old\n===\n\n.. _aim:\n\nAim\n---\n\nx\n',
  ],
  [`${french}/current/page.rst`]: [
    undefined,
    'La page\n=======\n\n:doc:`deep/other`, :ref:`aim`, |name|\n',
    'La page\n=======\n\n:slug: ailleurs\n\n.. include:: ../../first.rst\n',
  ],
  [`${french}/current/deep/other.rst`]: [
    undefined,
    'Autre\n=====\n\n.. _aim:\n\nButs\n----\n\nx\n',
  ],
  [`${french}/version-1.0/page.rst`]: [undefined, 'Ancienne\n========\n\n:ref:`aim`\n'],
}
const names = Object.keys(texts)

/** By night there are more, and longer ones. */
const isLong = process.env['STALE_PAGES'] === 'all'
const edits = isLong ? 100 : 25
const seeds = Array.from({length: isLong ? 20 : 1}, (_, index) => index + 1)

describe.each(seeds)('no stale page in any order of edits (%i)', (seed) => {
  let siteDir: string
  beforeEach(() => void (siteDir = mkdtempSync(path.join(tmpdir(), 'stale-pages-'))))
  afterEach(() => rmSync(siteDir, {recursive: true}))

  const put = (name: string, variant: number): void => {
    const file = path.join(siteDir, name)
    const text = texts[name]![variant]
    mkdirSync(path.dirname(file), {recursive: true})
    if (text === undefined) rmSync(file, {force: true})
    else writeFileSync(file, text)
  }

  test.each(['build', 'update'] as const)('%s', (way) => {
    const below = numbers(seed)
    for (const name of names) put(name, 0)
    // A build of all locales has one folder for what it generates.
    const sites = ['en', 'fr'].map((locale) => new CachedSite(siteDir, locale, 'warm'))
    for (const site of sites) site[way]()
    const made: string[] = []
    for (let edit = 0; edit < edits; edit++) {
      const name = names[below(names.length)]!
      const variant = below(texts[name]!.length)
      put(name, variant)
      made.push(`${name} ${variant}`)
      // Now and then several files change before anybody looks.
      if (below(3) === 0) continue
      for (const [index, locale] of ['en', 'fr'].entries()) {
        rmSync(path.join(siteDir, 'fresh'), {recursive: true, force: true})
        const fresh = new CachedSite(siteDir, locale, 'fresh').build()
        expect(sites[index]![way](), `${locale} after ${made.join(', ')}`).toEqual(fresh)
      }
    }
  })
})

/** Whole numbers below a limit, the same for a seed in every run. */
function numbers(seed: number): (limit: number) => number {
  let state = seed
  return (limit) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 2 ** 32) * limit)
  }
}
