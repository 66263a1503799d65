import {cpSync, existsSync, readFileSync, rmSync} from 'node:fs'
import path from 'node:path'
import {fileURLToPath} from 'node:url'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {BuiltPage} from './built-page.ts'
import {type Run, SiteCopy} from './site-copy.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const conformance = process.env['HANDRAIL_CONFORMANCE']
const seed = conformance && path.join(conformance, '../seed/server_high_availability.rst')
const isThere = seed !== undefined && existsSync(seed)
if (!isThere)
  console.warn('SKIPPED: the seed page, because HANDRAIL_CONFORMANCE does not lead to it')

/** A page as the old guide had it, unchanged: a skeleton of sections that include our fragments. */
describe.skipIf(!isThere)('the seed page', () => {
  let site: SiteCopy
  let run: Run

  beforeAll(() => {
    site = new SiteCopy('test/fixtures/places')
    for (const folder of ['docs', 'includes']) {
      rmSync(path.join(site.folder, folder), {recursive: true})
      cpSync(path.join(root, folder), path.join(site.folder, folder), {recursive: true})
    }
    site.replace('docusaurus.config.ts', "aliases: {'/again': '/page'}", '')
    // This site has no offline copy.
    site.replace('docs/rehearsal.md', '](/offline)', '](index.md)')
    site.write('docs/server/server_high_availability.rst', readFileSync(seed!, 'utf8'))
    run = site.build()
  })
  afterAll(() => site.remove())

  test('builds', () => {
    expect(run.output).not.toMatch(/server_high_availability|includes_/)
    expect(run.code).toBe(0)
  })

  test('has its sections, and the text of the fragments in them', () => {
    const html = site.read('build/server/server_high_availability/index.html')
    const page = new BuiltPage(html)
    expect(page.texts('h1')).toEqual(['High Availability'])
    expect(page.texts('article h2')).toEqual(['Status', 'DRBD', 'Failure Scenarios'])
    expect(page.texts('article h3')).toEqual([
      'Scalability',
      'Failover and Recovery',
      'Graceful Transitions',
      'Split Brains',
      'Split-brain Handlers',
      'Assumptions',
      'Scenarios 1 and 2',
      'Scenario 3',
      'Scenario 4',
      'Scenario 5',
    ])
    const text = page.texts('article').join()
    expect(text).toContain('the VRRP heartbeat will stop')
    expect(text).not.toMatch(/\|[a-z ]+\||\.\. [a-z]+::/)
  })
})
