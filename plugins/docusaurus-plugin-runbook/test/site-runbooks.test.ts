import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {dirname, join, relative} from 'node:path'
import {fileURLToPath} from 'node:url'
import {newRunbook} from '@handrail/runbook'
import {vocabulary} from '@handrail/cluster/vocabulary'
import {afterEach, beforeEach, describe, expect, test, vi} from 'vitest'
import {SiteRunbooks} from '../src/read-site-runbooks.ts'

let folder: string
let reported: string[]
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'runbooks-'))
  reported = []
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => reported.push(String(text)) > 0)
})
afterEach(() => {
  vi.restoreAllMocks()
  vi.unstubAllEnvs()
  rmSync(folder, {recursive: true, force: true})
})

function write(name: string, text: string): void {
  mkdirSync(dirname(join(folder, name)), {recursive: true})
  writeFileSync(join(folder, name), text)
}

function site(currentLocale = 'en'): SiteRunbooks {
  const i18n = {currentLocale, defaultLocale: 'en', localeConfigs: {}}
  const localizationDir = join(folder, 'i18n', currentLocale)
  return new SiteRunbooks({siteDir: folder, localizationDir, i18n} as never)
}

const today = new Date().toISOString().slice(0, 10)
const page = newRunbook({name: 'disk-full', date: today, owner: 'ann', vocabulary})
const included = page.replace('Run this on each host', '.. include:: ../../how.rst\n\nRun this')

describe('in the writer’s mode', () => {
  test('a mistake is reported once, and so is that it was mended', () => {
    write('docs/runbooks/disk-full.md', page.replace('#done-', '#dune-'))
    const runbooks = site()
    runbooks.read()
    runbooks.read()
    expect(reported).toHaveLength(1)
    expect(reported[0]).toMatch(/^docs\/runbooks\/disk-full\.md:23:1-\S+ {2}error/m)
    write('docs/runbooks/disk-full.md', page)
    runbooks.read()
    expect(reported.slice(1)).toEqual(['The runbooks have no messages any more.\n'])
  })

  test('a change of what a runbook includes is seen, and its place is that of the include', () => {
    write('docs/runbooks/disk-full.md', included)
    write('includes/how.rst', 'With care.\n')
    const runbooks = site()
    runbooks.read()
    expect(reported).toEqual([])
    write('includes/how.rst', 'With care.\n\n.. code-block:: sh\n   :class: on-be3\n\n   uptime\n')
    runbooks.read()
    expect(reported.join()).toContain('includes/how.rst:3:1')
    expect(reported.join()).toContain('included from docs/runbooks/disk-full.md:')
  })

  test('everything that can change a runbook is watched', () => {
    const docs = 'i18n/de/docusaurus-plugin-content-docs/current'
    expect(site('de').paths.map((path) => relative(folder, path))).toEqual([
      'docs/**/*.{md,mdx,rst}',
      `${docs}/**/*.{md,mdx,rst}`,
      'includes/**/*',
    ])
  })
})

test('an error stops a production build, and names file and line', () => {
  write('docs/runbooks/disk-full.md', page.replace('#done-', '#dune-'))
  vi.stubEnv('NODE_ENV', 'production')
  expect(() => site().read()).toThrow('docs/runbooks/disk-full.md:23:1')
})

describe('a translation', () => {
  const german = page
    .replaceAll('Done: nothing is wrong', 'Fertig: alles gut')
    .replace('#done-nothing-is-wrong', '#fertig-alles-gut')
  const file = 'i18n/de/docusaurus-plugin-content-docs/current/runbooks/disk-full.md'

  test('is shown with the steps of the original, under its path', () => {
    write('docs/runbooks/disk-full.md', page)
    write(file, german)
    const {shown, originals} = site('de').read()
    expect(shown[0]!.steps.map(({id}) => id)).toEqual(originals[0]!.steps.map(({id}) => id))
    expect(shown[0]).toMatchObject({language: 'de', path: join(folder, originals[0]!.path)})
    expect(shown[0]!.steps[1]!.title).toBe('Fertig: alles gut')
    expect(site().read().shown[0]).toMatchObject({language: 'en'})
  })

  test('that leads elsewhere is reported, and the original shown', () => {
    write('docs/runbooks/disk-full.md', page)
    write(file, german.replace('(#fertig-alles-gut)', '(#escalate-not-covered-yet)'))
    expect(site('de').read().shown[0]).toMatchObject({language: 'en'})
    expect(reported.join()).toContain(`${file}:`)
    expect(reported.join()).toContain('translation-graph')
  })
})

test('the translations of this site’s runbooks lead where the originals do', () => {
  const siteDir = fileURLToPath(new URL('../../..', import.meta.url))
  const i18n = {currentLocale: 'de', defaultLocale: 'en', localeConfigs: {}}
  const localizationDir = join(siteDir, 'i18n/de')
  const {shown} = new SiteRunbooks({siteDir, localizationDir, i18n} as never).read()
  expect(reported).toEqual([])
  expect(shown.find(({name}) => name === 'triage')).toMatchObject({language: 'de'})
})
