import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import path from 'node:path'
import {afterEach, beforeEach, describe, expect, test} from 'vitest'
import {CachedSite} from './cached-site.ts'
import {ChangingSite} from './changing-site.ts'

/** By night there are more, and longer ones. */
const isLong = process.env['STALE_PAGES'] === 'all'
const edits = isLong ? 100 : 25
const seeds = Array.from({length: isLong ? 20 : 1}, (_, index) => index + 1)

describe.each(seeds)('no stale page in any order of edits (%i)', (seed) => {
  let siteDir: string
  beforeEach(() => void (siteDir = mkdtempSync(path.join(tmpdir(), 'stale-pages-'))))
  afterEach(() => rmSync(siteDir, {recursive: true}))

  test.each(['build', 'update'] as const)('%s', (way) => {
    const changing = new ChangingSite(siteDir, seed)
    // A build of all locales has one folder for what it generates.
    const sites = ['en', 'fr'].map((locale) => new CachedSite(siteDir, locale, 'warm'))
    for (const site of sites) site[way]()
    const made: string[] = []
    for (let edit = 0; edit < edits; edit++) {
      made.push(changing.change())
      // Now and then several files change before anybody looks.
      if (changing.below(3) === 0) continue
      for (const [index, locale] of ['en', 'fr'].entries()) {
        rmSync(path.join(siteDir, 'fresh'), {recursive: true, force: true})
        const fresh = new CachedSite(siteDir, locale, 'fresh').build()
        expect(sites[index]![way](), `${locale} after ${made.join(', ')}`).toEqual(fresh)
      }
    }
  })
})
