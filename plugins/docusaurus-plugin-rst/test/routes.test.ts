import {mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import path from 'node:path'
import {afterAll, describe, expect, test} from 'vitest'
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

describe('a file that a page links to', () => {
  const top = realpathSync(mkdtempSync(path.join(tmpdir(), 'routes-')))
  const [siteDir, source] = [path.join(top, 'site'), path.join(top, 'source')]
  for (const folder of [siteDir, source]) mkdirSync(folder)
  for (const name of ['secret.csv', 'site/of-site.csv', 'source/data.csv'])
    writeFileSync(path.join(top, name), '')
  symlinkSync(path.join(top, 'secret.csv'), path.join(source, 'link.csv'))
  symlinkSync(path.join(siteDir, 'of-site.csv'), path.join(source, 'inner.csv'))
  afterAll(() => rmSync(top, {recursive: true}))

  const version = {contentPath: source, contentPathLocalized: '/none', docs: []}
  const found = (link: string, roots = [siteDir, source]): string | undefined => {
    const routes = new Routes(siteDir, ['.rst'], roots)
    routes.update({'docusaurus-plugin-content-docs': {default: {loadedVersions: [version]}}})
    return routes.findFile(link, path.join(source, 'page.rst'))
  }

  test.each([
    ['data.csv', './data.csv'],
    ['/data.csv', './data.csv'],
    ['../site/of-site.csv', '../site/of-site.csv'],
    ['inner.csv', './inner.csv'],
    ['../secret.csv', undefined],
    ['/../secret.csv', undefined],
    ['link.csv', undefined],
    ['a\0.csv', undefined],
  ])('%j leads to %j', (link, way) => expect(found(link)).toBe(way))

  test('may lie above the site where that is a configured folder', () => {
    expect(found('../secret.csv', [siteDir, top])).toBe('../secret.csv')
  })
})
