import {describe, expect, test} from 'vitest'
import {Routes} from '../src/routes.ts'

const localized = 'i18n/fr/docusaurus-plugin-content-docs'

/** A site of which `page` is translated and `deep/other` is not. */
function frenchRoutes(): Routes {
  const routes = new Routes('/site')
  const docs = [
    {source: `@site/${localized}/current/page.rst`, permalink: '/fr/page'},
    {source: '@site/docs/deep/other.md', permalink: '/fr/deep/other'},
    {source: '@site/docs/deep/index.rst', permalink: '/fr/deep'},
  ]
  const version = {
    contentPath: '/site/docs',
    contentPathLocalized: `/site/${localized}/current`,
    docs,
  }
  routes.update({
    'docusaurus-plugin-content-docs': {default: {loadedVersions: [version]}},
    'docusaurus-plugin-content-blog': {
      default: {
        blogPosts: [{metadata: {source: '@site/blog/post.rst', permalink: '/fr/blog/post'}}],
      },
    },
  })
  return routes
}

describe('the address of a page', () => {
  const routes = frenchRoutes()

  test.each([
    ['from its folder', 'other.md', 'docs/deep/index.rst', '/fr/deep/other'],
    ['without its ending', './other', 'docs/deep/index.rst', '/fr/deep/other'],
    ['of a folder', '/deep', 'docs/deep/other.md', '/fr/deep'],
    ['from the root of the content', '/deep/other', 'docs/deep/index.rst', '/fr/deep/other'],
    ['of a translation', '../page.rst', 'docs/deep/other.md', '/fr/page'],
    [
      'of an original, from a translation',
      './deep/other.md',
      `${localized}/current/page.rst`,
      '/fr/deep/other',
    ],
    ['of a post', './post.rst', 'blog/more.md', '/fr/blog/post'],
    ['of what is no page', './nothing.rst', 'docs/deep/other.md', undefined],
  ])('%s', (_, link, from, permalink) => {
    expect(routes.resolve(link, `/site/${from}`)).toBe(permalink)
  })

  test('all files are known', () => {
    expect(routes.files).toContain('/site/docs/deep/other.md')
    expect(routes.files).toHaveLength(4)
  })
})
