import {readFileSync, readdirSync} from 'node:fs'
import {fileURLToPath} from 'node:url'
import {describe, expect, test} from 'vitest'
import type {SearchPage} from '../../src/search/page.ts'
import {SearchIndex} from '../../src/search/search-index.ts'

const folder = new URL('../../build/search/', import.meta.url)

function readPages(): SearchPage[] {
  const script = readFileSync(new URL('pages.js', folder), 'utf8')
  return JSON.parse(script.slice(script.indexOf('=') + 1)) as SearchPage[]
}

const index = new SearchIndex(readPages())

function found(query: string, count: number): string[] {
  return index.search(query, count).map(({page, section}) => `${page.path}#${section.id}`)
}

describe('what a responder types', () => {
  test.each([
    ['Split-Brain detected but unresolved', 'runbooks/split-brain#'],
    ['automatically solved', 'runbooks/resolved-by-itself#'],
    ['cs:StandAlone', 'runbooks/split-brain#'],
    ['ds:Diskless', 'runbooks/disk-error#'],
    ['ro:Secondary/Secondary', 'runbooks/both-secondary#'],
    ['-12', 'runbooks/demotion-stuck#'],
    ['(-2) Need access to UpToDate data', 'runbooks/primary-lost-inconsistent#'],
    ['inconsistent cluster status', 'runbooks/transition-stuck#'],
    ['No space left on device', 'runbooks/disk-full#'],
    ['scenario 4', 'runbooks/primary-lost-inconsistent#'],
    [
      'State change failed: (-2) Need access to UpToDate data',
      'runbooks/primary-lost-inconsistent#',
    ],
    ['both nodes say StandAlone', 'runbooks/split-brain#'],
    ['which side has the newest data', 'server/generation-identifiers#'],
    ['can I reboot be2 now', 'server/questions#what-may-i-do'],
    ['ha-status shows inconsistent cluster status', 'runbooks/transition-stuck#'],
    ['STONITH', 'server/what-high-availability-means#'],
    ['is be1 really dead', 'runbooks/primary-unavailable#'],
    ['planned maintenance', 'runbooks/planned-failover#'],
    ['what is oos', 'server/proc-drbd#'],
  ])('%s', (query, place) => {
    expect(found(query, 1)).toEqual([place])
  })

  test.each([
    ['(125)', 'server/commands#how-a-command-ends'],
    ['-14', 'server/drbd-states#what-is-refused'],
    ['port 7788', 'server/firewall#'],
    ['protocol 112', 'server/firewall#'],
    ['verify-alg', 'server/monitoring#'],
  ])('%s, among the first five', (query, place) => {
    expect(found(query, 5)).toContain(place)
  })

  test.each([
    ['splt brian', 'runbooks/split-brain#'],
    ['Secundary/Secondary', 'runbooks/both-secondary#'],
    ['WFConection', 'runbooks/replication-down#'],
    ['keepalvied', 'server/keepalived-and-vrrp#'],
    ['brain split', 'runbooks/split-brain#'],
  ])('with a slip: %s', (query, place) => {
    expect(found(query, 3)).toContain(place)
  })

  test('nothing for nothing', () => {
    expect(found('', 5)).toEqual([])
    expect(found('xyzzy qwertz', 5)).toEqual([])
  })
})

test('pages of the docs are found under their own address, without the examples of the parser', () => {
  const paths = readPages().map(({path}) => path)
  expect(paths).toContain('server/high-availability')
  expect(paths).not.toContain('high-availability')
  expect(paths.filter((path) => path.includes('generated/examples'))).toEqual([])
})

test('a runbook that a page embeds is found on its own page only', () => {
  const sections = readPages().flatMap(({path, sections}) => sections.map(({id}) => [path, id]))
  expect(sections.filter(([, id]) => id!.includes('--'))).toEqual([])
  expect(sections).toContainEqual(['runbooks/split-brain', 'keep-them-apart'])
})

test.each(['Split-Brain detected', 'cs:StandAlone', 'splt brian', 'keepalived does not start'])(
  'an answer takes less than 50 ms: %s',
  (query) => {
    const times = Array.from({length: 5}, () => {
      const start = performance.now()
      index.search(query, 12)
      return performance.now() - start
    })
    expect(Math.min(...times)).toBeLessThan(50)
  },
)

test('two scripts, and nothing else, come with the search', () => {
  expect(readdirSync(fileURLToPath(folder)).sort()).toEqual(['pages.js', 'search.js'])
})
