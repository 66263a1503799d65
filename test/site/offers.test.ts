import {execFileSync} from 'node:child_process'
import {existsSync} from 'node:fs'
import path from 'node:path'
import {describe, expect, test} from 'vitest'
import {builtCopy} from './built-copy.ts'

/** What Docusaurus offers to Markdown pages, each of it asked for by a page in RST. */
describe('a page in RST has', () => {
  const site = builtCopy('test/fixtures/offers', ({folder}) => commitAll(folder))
  const {page} = site

  test.each([
    ['an address of its own', 'h1', 'Everything'],
    ['a name in the sidebar', '.menu__link', 'All of it'],
    ['tags', 'a[href="/tags/two-words"]', 'two words'],
    ['an admonition in the look of the theme', '.theme-admonition-note', /Mind the gap\./],
    ['an admonition with a title', '[class^=admonitionHeading]', 'A title of its own'],
    ['a title over code', '[class^=codeBlockTitle]', 'recipe.rb'],
    ['lines that stand out', '.theme-code-block-highlighted-line', /second/],
    ['tabs', '[role=tab]', 'Debian'],
    ['what is in a tab', '[role=tabpanel]', 'apt'],
    ['a component of the site', 'article aside', 'Content with emphasis and a link.'],
    ['contents', '.table-of-contents a', 'Section'],
    ['a link to edit it', 'a.theme-edit-this-page', 'Edit this page'],
    ['its last author, from git', '.theme-last-updated b', 'A Writer'],
  ])('%s', (_, selector, text) => {
    const texts = page('all-of-it').texts(selector)
    expect(texts).toContainEqual(typeof text === 'string' ? text : expect.stringMatching(text))
  })

  test.each([
    ['a description', 'meta[name=description]', 'content', 'What a page can say about itself'],
    ['keywords', 'meta[name=keywords]', 'content', 'first,second'],
    [
      'a picture for cards',
      'meta[property="og:image"]',
      'content',
      'https://offers.example/card.png',
    ],
    [
      'the day of its last change',
      '.theme-last-updated time',
      'dateTime',
      '2026-01-02T03:04:05.000Z',
    ],
    [
      'an edit link to its file',
      'a.theme-edit-this-page',
      'href',
      'https://edit.example/docs/guide/all.rst',
    ],
    ['a link to Markdown', 'article p a', 'href', '/guide/plain#place'],
    ['a property of a component', 'article aside', 'style', 'border-color:red'],
    ['a picture', 'article img', 'alt', 'A dot'],
  ])('%s', (_, selector, name, value) => {
    expect(page('all-of-it').attributes(selector, name)).toContain(value)
  })

  test('its place in the sidebar', () => {
    const links = page('all-of-it').texts('.theme-doc-sidebar-menu .menu__link')
    expect(links.indexOf('Plain')).toBeLessThan(links.indexOf('All of it'))
  })

  test('links to it from Markdown', () => {
    const links = page('guide/plain').attributes('article p a', 'href')
    expect(links).toEqual(['/all-of-it', '/all-of-it#section'])
  })

  test('a neighbour that names it as it wants', () => {
    expect(page('guide/plain').texts('.pagination-nav__label')).toContain(
      'The page with everything',
    )
  })

  test('an address alone, if it is unlisted', () => {
    const unlisted = page('guide/unlisted')
    expect(unlisted.attributes('meta[name=robots]', 'content')).toEqual(['noindex, nofollow'])
    expect(page('all-of-it').texts('.menu__link')).not.toContain('Unlisted')
    expect(site.read('build/sitemap.xml')).not.toContain('unlisted')
  })

  test('no page, if it is a draft', () => {
    expect(existsSync(path.join(site.folder, 'build/guide/draft'))).toBe(false)
  })

  test('a page of its tag that lists it', () => {
    expect(page('tags/two-words').texts('article h2')).toEqual(['Everything'])
  })

  test('a translation, and links between it and Markdown', () => {
    expect(page('fr/all-of-it').texts('h1')).toEqual(['Tout'])
    expect(page('fr/all-of-it').attributes('article p a', 'href')).toContain(
      '/fr/guide/plain#place',
    )
    const links = page('fr/guide/plain').attributes('article p a', 'href')
    expect(links).toEqual(['/fr/all-of-it', '/fr/all-of-it#section'])
  })

  test('a place in the blog, with its day, tags and feed', () => {
    const post = page('blog/2026/11/23/news')
    expect(post.texts('h1')).toEqual(['News'])
    expect(post.texts('article p')).toContain('A first paragraph.')
    expect(post.texts('a[href="/blog/tags/release"]')).toEqual(['release'])
    const list = page('blog').texts('article p')
    expect(list).toContain('A first paragraph.')
    expect(list).not.toContain('The rest.')
    expect(site.read('build/blog/rss.xml')).toContain('<title><![CDATA[News]]></title>')
  })

  test('a line in llms.txt, and its text as Markdown', () => {
    const list = site.read('build/llms.txt')
    expect(list).toContain('- [Everything](/all-of-it.md): What a page can say about itself')
    expect(list).toContain('- [News](/blog/2026/11/23/news.md): A first paragraph.')
    expect(site.read('build/all-of-it.md')).toMatch(
      /^# Everything\n\nSee \[plain\]\(\/guide\/plain\.md#place\)/,
    )
  })

  test('a place among the pages outside the docs', () => {
    const about = page('about')
    expect(about.texts('h1')).toEqual(['About'])
    expect(about.attributes('meta[name=description]', 'content')).toEqual(['Who we are'])
    expect(about.attributes('main a', 'href')).toContain('/all-of-it')
  })
})

/** Makes a folder a repository with one commit of a known author and day. */
function commitAll(cwd: string): void {
  const day = '2026-01-02T03:04:05Z'
  const env = {...process.env, GIT_AUTHOR_DATE: day, GIT_COMMITTER_DATE: day}
  const git = (...words: string[]): void => void execFileSync('git', words, {cwd, env})
  git('init', '-q')
  git('config', 'user.name', 'A Writer')
  git('config', 'user.email', 'writer@offers.example')
  git('add', 'docs', 'blog', 'src', 'i18n')
  git('commit', '-q', '-m', 'Write')
}
