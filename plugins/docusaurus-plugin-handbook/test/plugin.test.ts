import {describe, expect, it} from 'vitest'
import {knownSite} from '../src/known-site.ts'

const content = {
  'docusaurus-plugin-content-docs': {
    default: {
      loadedVersions: [
        {
          docs: [{source: '@site/docs/a.rst', permalink: '/base/a'}],
          sidebars: {docs: [{type: 'doc', id: 'a'}]},
        },
      ],
    },
  },
}

describe('what Docusaurus knows', () => {
  it('is where its pages are, and their sidebars', () => {
    const site = knownSite(content as never, {title: 'Site', url: 'https://site.example'})!
    expect([...site.routes]).toEqual([['docs/a.rst', '/base/a']])
    expect(site.sidebars).toEqual({docs: [{type: 'doc', id: 'a'}]})
    expect(site).toMatchObject({title: 'Site', url: 'https://site.example'})
  })

  it('is nothing where there are no docs', () => {
    expect(knownSite({}, {title: '', url: ''})).toBeUndefined()
  })
})
