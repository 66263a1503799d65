import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {builtCopy} from './built-copy.ts'
import {SiteCopy} from './site-copy.ts'

/** A small site that has a token in every place and includes three deep, in Markdown and RST. */
describe('a site with tokens and includes everywhere', () => {
  const {page} = builtCopy('test/fixtures/places')

  test.each([
    ['title', 'title', 'About DRBD | Places'],
    ['heading', 'h1', 'All DRBD places'],
    [
      'text with emphasis',
      'p',
      'Text with DRBD and the Chef server, code |drbd|, a link to DRBD, further.',
    ],
    ['link text', 'p a', 'a link to DRBD'],
    ['admonition title', '.theme-admonition-note [class^=admonitionHeading]', 'Titled DRBD'],
    ['admonition title with code', '.theme-admonition-tip [class^=admonitionHeading] code', 'pc0'],
    ['header cell', 'th', 'DRBD'],
    ['cell', 'td', 'DRBD 8.4'],
    ['inline code, untouched', 'p code', 'code |drbd|'],
    ['code block, untouched', 'pre code', 'echo |drbd|'],
    ['raw HTML, untouched', '[data-token="|drbd|"]', 'raw |drbd|'],
    ['heading of a fragment below its section', 'h3#first-level-of-drbd', 'First level of DRBD'],
    ['heading of a fragment in the contents', '.table-of-contents ul a', 'First level of DRBD'],
    ['third level', 'p', 'Third level of DRBD.'],
  ])('Markdown: %s', (_, selector, text) => {
    expect(page('').texts(selector)).toContain(text)
  })

  test.each([
    ['description', 'meta[name=description]', 'content', 'What Chef server does with DRBD'],
    ['keywords', 'meta[name=keywords]', 'content', 'DRBD'],
    ['alternative text', 'img', 'alt', 'Picture of DRBD'],
    ['title of a picture', 'img', 'title', 'Title DRBD'],
    ['link to an RST page', 'p a', 'href', '/page#targets'],
  ])('Markdown: %s', (_, selector, name, value) => {
    expect(page('').attributes(selector, name)).toContain(value)
  })

  test.each([
    ['title', 'title', 'The DRBD page | Places'],
    ['heading', 'h1', 'The DRBD page'],
    ['link to a Markdown page, with its title', 'a[href="/deep/other"]', 'Other'],
    ['link to a label', 'p a[href="#targets"]', 'named'],
    ['contents', '.table-of-contents a[href="#targets"]', 'Targets'],
    ['third level', 'p', 'Third level of DRBD.'],
    ['admonition in the look of the theme', '.theme-admonition-tip', 'Hint\n\nA hint about DRBD.'],
    ['link to an anchor of a Markdown page', 'a[href="/#after"]', 'After'],
    ['title of a code block', '[class^=codeBlockTitle]', 'In a file'],
    ['code, untouched', 'pre code', 'cat /proc/|drbd|'],
    [
      'table with an admonition that includes',
      'th .theme-admonition-note p',
      'Third level of DRBD.',
    ],
    ['cell', 'td', 'DRBD 8.4'],
    ['raw HTML', 'b.made-raw', 'raw'],
  ])('RST: %s', (_, selector, text) => {
    expect(page('page').texts(selector)).toContain(text)
  })

  test('RST: characters that MDX would read', () => {
    expect(page('page').texts('p').join()).toContain('with {braces} and <angles>')
  })

  test.each([
    ['description', 'meta[name=description]', 'content', 'A page in RST about DRBD'],
    ['keywords', 'meta[name=keywords]', 'content', 'one,DRBD'],
  ])('RST: %s', (_, selector, name, value) => {
    expect(page('page').attributes(selector, name)).toContain(value)
  })

  test('links from Markdown to RST are routes, not downloads', () => {
    const links = page('deep/other').attributes('article p a', 'href')
    expect(links).toEqual(['/page', '/page#targets', '/'])
  })

  test('the second address shows the page and names the first', () => {
    expect(page('again').texts('h1')).toEqual(['The DRBD page'])
    expect(page('again').attributes('link[rel=canonical]', 'href')).toEqual([
      'https://places.example/page',
    ])
  })
})

describe('mistakes', () => {
  let site: SiteCopy
  let config: string
  const setOption = (option: string): void => {
    site.write(
      'docusaurus.config.ts',
      config.replace('{includeRoots:', `{${option}, includeRoots:`),
    )
  }
  beforeAll(() => {
    site = new SiteCopy('test/fixtures/places')
    config = site.read('docusaurus.config.ts')
    site.write('includes/circle.md', 'Round.\n\n.. include:: ../../circle.md\n')
    site.write('includes/inner/third.rst', 'On |drdb|.\n')
    site.write(
      'docs/wrong.md',
      `# Wrong

.. include:: ../../frist.md

.. include:: ../../circle.md

| |drbd| | b |
| --- | --- |
| x | y |

.. note:: No directive.
`,
    )
    site.write(
      'docs/bad.rst',
      'Wrong\n=====\n\n.. include:: ../../missing.rst\n\nOn |chef sever|.\n',
    )
  })
  afterAll(() => site.remove())

  test('each stops the build, with its place and the includes that led there', () => {
    const {code, output} = site.build()
    expect(code).not.toBe(0)
    for (const line of [
      'includes/inner/third.rst:1:4-1:10  error  Unexpected undefined substitution `|drdb|`',
      '    included from includes/inner/second.md:3:1',
      '    included from includes/first.md:3:1',
      '    included from docs/index.md:38:1',
      'docs/wrong.md:3:1-3:28  error  Unexpected path `includes/frist.md`',
      'Did you mean `first.md`?',
      'includes/circle.md:3:1-3:29  error  Unexpected include of `includes/circle.md` within itself',
      'docs/wrong.md:7:3-7:9  error  Unexpected `|drbd|` in a table, expected `\\|drbd\\|`',
      'docs/wrong.md:11:1-11:24  error  Unexpected directive `note` in Markdown',
      'docs/bad.rst:4:1-4:31  error  Unexpected path `includes/missing.rst`',
      'docs/bad.rst:6:4-6:16  error  Unexpected undefined substitution `|chef sever|`',
      'Did you mean `|chef server|`',
    ]) {
      expect(output).toContain(line)
    }
  })

  test('by option they are warnings', () => {
    setOption("onMessage: 'warn'")
    const {code, output} = site.build()
    expect(output).toContain('Unexpected path `includes/frist.md`')
    expect(code).toBe(0)
  })

  test('a severity can be changed by rule', () => {
    setOption("severities: {'table-pipe': 'off'}")
    expect(site.build().output).not.toContain('in a table')
  })

  test('an option that is none stops the build', () => {
    setOption("severity: 'off'")
    expect(site.build().output).toMatch(/"severity" is not allowed/)
  })
})
