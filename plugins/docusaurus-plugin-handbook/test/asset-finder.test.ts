import {rmSync} from 'node:fs'
import {relative} from 'node:path'
import {afterAll, expect, it} from 'vitest'
import {assetFinder} from '../src/asset-finder.ts'
import {writeSite} from './site.ts'

const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20"/>'
const site = writeSite({
  'site/docs/deep/a b.svg': svg,
  'site/docs/100%.svg': svg,
  'site/static/img/c.svg': svg,
  'outside.svg': svg,
})
afterAll(() => rmSync(site, {recursive: true}))
const find = assetFinder(`${site}/site`)

it.each([
  ['a b.svg', 'docs/deep/a b.svg'],
  ['a%20b.svg', 'docs/deep/a b.svg'],
  ['../100%.svg', 'docs/100%.svg'],
  ['/img/c.svg', 'static/img/c.svg'],
  ['@site/static/img/c.svg', 'static/img/c.svg'],
])('finds %s', (url, file) => {
  const asset = find(url, 'docs/deep/page.md')!
  expect(relative(`${site}/site`, asset.file)).toBe(file)
  expect(asset.width).toBe(40)
})

it.each(['../../../outside.svg', '..%2f..%2f../outside.svg', '@site/../outside.svg', 'gone.svg'])(
  'finds nothing at %s',
  (url) => {
    expect(find(url, 'docs/deep/page.md')).toBeUndefined()
  },
)
