import {rmSync} from 'node:fs'
import {siteReader, siteSettings} from 'remark-rst/site'
import {afterAll, expect, it} from 'vitest'
import {readHead} from '../src/page-head.ts'
import {writeSite} from './site.ts'

const site = writeSite({
  'docs/named.rst': 'Named\n=====\n\n:id: other\n:slug: /somewhere\n\nText.\n',
  'docs/bare.rst': 'Bare\n====\n\nText.\n',
  'docs/named.md': '---\nid: called\n---\n\n# Named\n',
  'docs/broken.md': '---\nid: [\n---\n\n# Broken\n',
})
afterAll(() => rmSync(site, {recursive: true}))

const reader = siteReader(site, siteSettings(site))
const fields = (path: string) => readHead(site, path, reader)?.frontMatter

it('has the fields of a page', () => {
  expect(fields('docs/named.rst')).toMatchObject({id: 'other', slug: '/somewhere'})
  expect(fields('docs/named.md')).toEqual({id: 'called'})
})

it('has none of a page whose front matter is no YAML', () => {
  expect(fields('docs/broken.md')).toEqual({})
})

it('parses no page that has no field', () => {
  const read = () => {
    throw new Error('parsed')
  }
  expect(readHead(site, 'docs/bare.rst', {...reader, read})?.frontMatter).toEqual({})
})

it('has none of a page that is not there', () => {
  expect(readHead(site, 'docs/none.rst', reader)).toBeUndefined()
})
