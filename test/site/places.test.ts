import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {type Run, SiteCopy} from './site-copy.ts'

/** A small site that has a token in every place and includes three deep, in Markdown and RST. */
describe('a site with tokens and includes everywhere', () => {
  let site: SiteCopy
  let run: Run

  beforeAll(() => {
    site = new SiteCopy('test/fixtures/places')
    run = site.build()
  })
  afterAll(() => site.remove())

  const page = (name: string): string => site.read(`build/${name}`)

  test('builds without a message', () => {
    expect(run).toMatchObject({code: 0})
    expect(run.output).not.toMatch(/warning|error/i)
  })

  test.each([
    ['title', /<title[^>]*>About DRBD/],
    ['description', /<meta[^>]*name="?description"?[^>]*What Chef server does with DRBD/],
    ['keywords', /<meta[^>]*name="?keywords"?[^>]*DRBD/],
    ['heading', /<h1>All DRBD places<\/h1>/],
    ['text with emphasis', /the Chef <em>server<\/em>/],
    ['link text', />a link to DRBD<\/a>/],
    ['alternative text', /alt="Picture of DRBD"/],
    ['title of a picture', /title="Title DRBD"/],
    ['admonition title', /Titled DRBD<\/div>/],
    ['header cell', /<th[^>]*>DRBD<\/th>/],
    ['cell', /<td[^>]*>DRBD 8.4<\/td>/],
    ['inline code, untouched', /<code>code \|drbd\|<\/code>/],
    ['code block, untouched', /echo<\/span><span[^>]*> \|drbd\||echo \|drbd\|/],
    ['raw HTML, untouched', /<div data-token="\|drbd\|">raw \|drbd\|<\/div>/],
    ['heading of a fragment below its section', /<h3[^>]*id="?first-level-of-drbd/],
    ['third level', /Third level of DRBD\./],
  ])('Markdown: %s', (_, expected) => expect(page('index.html')).toMatch(expected))

  test.each([
    ['title', /<title[^>]*>The DRBD page/],
    ['description', /<meta[^>]*name="?description"?[^>]*A page in RST about DRBD/],
    ['keywords', /<meta[^>]*name="?keywords"?[^>]*content="one,DRBD"/],
    ['heading', /<h1[^>]*>The DRBD page<\/h1>/],
    ['characters that MDX would read', /\{braces\}<\/code> and &lt;angles>/],
    ['link to a Markdown page, with its title', /<a[^>]*href="?\/deep\/other"?[^>]*>Other<\/a>/],
    ['link to a label', /<a[^>]*href="?#targets"?[^>]*>named<\/a>/],
    ['table of contents', /<a[^>]*href="?#targets"?[^>]*class="table-of-contents__link/],
    ['third level', /Third level of DRBD\./],
    ['admonition in the theme’s look', /theme-admonition-tip[\s\S]*Hint[\s\S]*A hint about DRBD/],
    ['link to an anchor of a Markdown page', /href="?\/#after"?/],
    ['title of a code block', /In a file/],
    ['code, untouched', /\/proc\/\|drbd\|/],
    ['table with an admonition that includes', /<t[dh][^>]*>[\s\S]*theme-admonition-note/],
    ['raw HTML', /<b class="?made-raw"?>raw<\/b>/],
  ])('RST: %s', (_, expected) => expect(page('page/index.html')).toMatch(expected))

  test('links from Markdown to RST are routes, not downloads', () => {
    expect(page('deep/other/index.html')).toMatch(/href="?\/page#targets"?/)
    expect(page('deep/other/index.html')).not.toMatch(/\.rst/)
  })

  test('the second address shows the page', () => {
    expect(page('again/index.html')).toMatch(
      /<link[^>]*canonical[^>]*https:\/\/places.example\/page/,
    )
  })
})

describe('mistakes', () => {
  let site: SiteCopy
  beforeAll(() => {
    site = new SiteCopy('test/fixtures/places')
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
      'docs/wrong.rst',
      'Wrong\n=====\n\n.. include:: ../../missing.rst\n\nOn |chef sever|.\n',
    )
  })
  afterAll(() => site.remove())

  test('each stops the build, with its place and the includes that led there', () => {
    const {code, output} = site.build()
    expect(code).not.toBe(0)
    for (const line of [
      'includes/inner/third.rst:1:4-1:10  error  Unexpected undefined substitution `|drdb|`',
      '    included from includes/inner/second.rst:3:1',
      '    included from includes/first.rst:3:1',
      '    included from docs/page.rst:11:1',
      'docs/wrong.md:3:1-3:28  error  Unexpected path `includes/frist.md`',
      'Did you mean `first.md`?',
      'includes/circle.md:3:1-3:29  error  Unexpected include of `includes/circle.md` within itself',
      'docs/wrong.md:7:3-7:9  error  Unexpected `|drbd|` in a table, expected `\\|drbd\\|`',
      'docs/wrong.md:11:1-11:24  error  Unexpected directive `note` in Markdown',
      'docs/wrong.rst:4:1',
      'docs/wrong.rst:6:4-6:16  error  Unexpected undefined substitution `|chef sever|`',
      'Did you mean `|chef server|`',
    ]) {
      expect(output).toContain(line)
    }
  })

  test('by option they are warnings', () => {
    site.replace('docusaurus.config.ts', '{includeRoots:', "{onMessage: 'warn', includeRoots:")
    const {code, output} = site.build()
    expect(output).toContain('Unexpected path `includes/frist.md`')
    expect(code).toBe(0)
  })

  test('a severity can be changed by rule', () => {
    site.replace('docusaurus.config.ts', "onMessage: 'warn'", "severities: {'table-pipe': 'off'}")
    expect(site.build().output).not.toContain('in a table')
  })

  test('an option that is none stops the build', () => {
    site.replace('docusaurus.config.ts', 'severities:', 'severity:')
    expect(site.build().output).toMatch(/"severity" is not allowed/)
  })
})
