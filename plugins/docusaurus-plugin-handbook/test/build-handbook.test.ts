import {existsSync, rmSync} from 'node:fs'
import {join} from 'node:path'
import {compilerMissing} from '@handrail/handbook'
import {formatMessage} from 'remark-rst'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {buildHandbook, RequestError} from '../src/build-handbook.ts'
import {writeSite} from './site.ts'

/** A site of a stranger: no settings, no sidebars, and one fault of each kind. */
const site = writeSite({
  'package.json': '{"name": "a-site"}',
  'docs/intro.md': `# Intro

See [nothing](gone.md).

### Too deep

![](picture.svg)

A letter no font has: \u0f40.
`,
  'docs/old.rst': 'Old\n===\n\n.. include:: ../includes/part.rst\n',
  'docs/picture.svg': '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20"/>',
  'includes/part.rst': 'See :doc:`intro` and `it <gone.rst>`_.\n',
})
const out = join(site, 'handbook.pdf')
afterAll(() => rmSync(site, {recursive: true}))

describe.skipIf(compilerMissing())('the handbook of any site', () => {
  const said: string[] = []
  beforeAll(async () => {
    await buildHandbook({
      siteDir: site,
      out,
      onProgress: (step) => said.push(step.replace(/\d.*/, '')),
      onMessage: (message) => said.push(formatMessage(message).split('\n')[0]!),
    })
  }, 60_000)

  it('names the faults of the sources with file and line before it prints', () => {
    expect(said).toEqual([
      'Reading the pages',
      expect.stringMatching(/^docs\/intro\.md:3:5-3:23 +error .*`gone\.md`.*dead-link$/),
      expect.stringMatching(/^docs\/intro\.md:5:1-5:13 +warning .*depth 3.*skipped-level$/),
      expect.stringMatching(/^docs\/intro\.md:7:1-7:17 +error .*`picture\.svg`.*missing-alt$/),
      expect.stringMatching(/^docs\/intro\.md:9:1-9:25 +warning .*U\+0F40.*missing-glyph$/),
      expect.stringMatching(/^includes\/part\.rst:1:\S+ +error .*`gone\.rst`.*dead-link$/),
      'Printing ',
      'Printed ',
    ])
  })

  it('is there all the same', () => {
    expect(existsSync(out)).toBe(true)
  })

  it('is not begun if a page, a sidebar or a theme is named that is not there', async () => {
    for (const asked of [{pages: ['none.md']}, {sidebar: 'none'}, {theme: 'none'}]) {
      await expect(buildHandbook({siteDir: site, out, ...asked})).rejects.toThrow(RequestError)
    }
  })
})
