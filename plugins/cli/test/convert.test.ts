import {mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {basename, dirname, join} from 'node:path'
import {siteSettings} from 'remark-rst/site'
import {afterAll, describe, expect, test} from 'vitest'
import {type ConvertOptions, type ConvertedSite, convertSite} from '../src/convert/convert-site.ts'
import {reportLosses} from '../src/convert/report-losses.ts'

const folders: string[] = []
afterAll(() => folders.forEach((folder) => rmSync(folder, {recursive: true})))

const plain: ConvertOptions = {format: 'md', includes: 'expanded', substitutions: 'resolved'}

/** Converts a site of these files; its docs are in `docs`, its fragments in `includes`. */
function converted(
  files: Record<string, string>,
  options: Partial<ConvertOptions> = {},
  handrail: object = {},
): ConvertedSite {
  const folder = mkdtempSync(join(tmpdir(), 'convert-'))
  folders.push(folder)
  const manifest = JSON.stringify({handrail: {prolog: ['includes/names.rst'], ...handrail}})
  const names = '.. |drbd| replace:: **DRBD**\n'
  const all = {'package.json': manifest, 'includes/names.rst': names, ...files}
  for (const [name, text] of Object.entries(all)) {
    mkdirSync(dirname(join(folder, name)), {recursive: true})
    writeFileSync(join(folder, name), text)
  }
  return convertSite(folder, siteSettings(folder), {...plain, ...options})
}

test('links lead to pages as they are called now, and to places by the ids they have', () => {
  const {files} = converted({
    'docs/one.rst': [
      ...['One', '===', '', '`Two`_ and :doc:`deep/three`, `file <deep/three.rst#what-s-here>`__.'],
      ...['', 'Two', '---', '', ':ref:`label`, `top <#one>`__, `site <https://example.org>`__.'],
    ].join('\n'),
    'docs/deep/three.rst':
      "Three\n=====\n\n.. _label:\n\nWhat's here\n-----------\n\n:doc:`/one`\n",
  })
  expect(files.get('one.md')).toBe(
    [
      ...[
        '# One',
        '',
        '[Two](#two) and [Three](./deep/three.md), [file](./deep/three.md#what-s-here).',
      ],
      ...[
        '',
        '## Two',
        '',
        "[What's here](./deep/three.md#what-s-here), [top](./one.md), [site](https://example.org).",
      ],
      '',
    ].join('\n'),
  )
  expect(files.get('deep/three.md')).toContain('[One](../one.md)')
})

test('pages in Markdown stay as they are, but for links to those that were not', () => {
  const {files} = converted({
    'docs/a.md': '# A\n\n[b](./b.rst#x "t"), [c](c.md)\n\n[d]: b.rst\n',
    'docs/b.rst': 'B\n=\n',
    'docs/c.md': '# C\n',
  })
  expect(files.get('a.md')).toBe('# A\n\n[b](./b.md#x "t"), [c](c.md)\n\n[d]: ./b.md\n')
})

test('what they show comes along', () => {
  const {files, copies} = converted({
    'docs/a.md': '![in](img/in.png) ![out](../pictures/out.png) [no](no.pdf)\n',
    'docs/img/in.png': '',
    'pictures/out.png': '',
  })
  expect([...copies.keys()]).toEqual(['img/in.png', 'assets/pictures/out.png'])
  expect(files.get('a.md')).toBe(
    '![in](img/in.png) ![out](./assets/pictures/out.png) [no](no.pdf)\n',
  )
})

test('blanks and letters in the names of what moves are written as addresses are', () => {
  const {files} = converted({
    'docs/a.md': '![in](../my%20picture.png) [b](größe.rst)\n',
    'docs/größe.rst': 'B\n=\n',
    'my picture.png': '',
  })
  expect(files.get('a.md')).toBe('![in](./assets/my%20picture.png) [b](./gr%C3%B6%C3%9Fe.md)\n')
})

describe('a file outside of the site and its folders', () => {
  const outside = mkdtempSync(join(tmpdir(), 'outside-'))
  folders.push(outside)
  writeFileSync(join(outside, 'a.png'), '')
  const url = `../../${basename(outside)}/a.png`

  test('does not come along from Markdown', () => {
    const page = `# A\n\n[x](${url}) ![y](${url})\n`
    const {pages, files, copies} = converted({'docs/a.md': page})
    expect([files.get('a.md'), copies.size]).toEqual([page, 0])
    const loss = {what: `the file \`${url}\`, which is outside of the site`, line: 3}
    expect(pages).toEqual([{source: 'docs/a.md', target: 'a.md', losses: [loss, loss]}])
  })

  test('nor from RST', () => {
    const site = converted({'docs/a.rst': `\`x <${url}>\`__\n\n.. image:: ${url}\n`})
    expect(site.copies.size).toBe(0)
    expect(site.files.get('a.md')).toBe(`[x](${url})\n\n![](${url})\n`)
    expect(reportLosses(site, 'text')).toBe(
      `docs/a.rst:1  lost: the file \`${url}\`, which is outside of the site (2 times)\n`,
    )
  })

  test('nor through a symbolic link', () => {
    const site = (handrail: object): ConvertedSite => {
      const folder = mkdtempSync(join(tmpdir(), 'linked-'))
      folders.push(folder)
      mkdirSync(join(folder, 'docs'))
      symlinkSync(join(outside, 'a.png'), join(folder, 'docs/l.png'))
      writeFileSync(join(folder, 'docs/a.md'), '![y](l.png)\n')
      return convertSite(folder, {...siteSettings(folder), ...handrail}, plain)
    }
    expect(site({}).copies.size).toBe(0)
    expect(site({includes: [outside]}).copies.size).toBe(1)
  })
})

test('a lone percent sign in a list of pages is as it is', () => {
  const files = {
    'docs/index.rst': 'Home\n====\n\n.. toctree::\n\n   All <https://example.org/100%>\n   100%\n',
    'docs/100%.rst': 'All\n===\n',
  }
  expect(() => converted(files)).not.toThrow()
})

test('what can be no file stays as it is', () => {
  const page = `[zero](a%00.png) [long](${'x'.repeat(300)})\n`
  expect(converted({'docs/a.md': page}).files.get('a.md')).toBe(page)
})

test('lists of pages become the sidebar, and lists where they are not hidden', () => {
  const {files} = converted({
    'docs/index.rst': [
      ...['Home', '====', '', '.. toctree::', '   :caption: Guide', '', '   a', '   B! <b>', ''],
      ...['.. toctree::', '   :hidden:', '', '   Elsewhere <https://example.org>'],
    ].join('\n'),
    'docs/a.rst': 'First\n=====\n\n.. toctree::\n\n   c\n',
    'docs/b.rst': 'Second\n======\n',
    'docs/c.rst': 'Third\n=====\n',
  })
  expect(JSON.parse(files.get('../sidebars.json')!)).toEqual({
    docs: [
      {type: 'doc', id: 'index'},
      {
        ...{type: 'category', label: 'Guide', collapsed: false},
        items: [
          {
            ...{type: 'category', label: 'First', link: {type: 'doc', id: 'a'}},
            items: [{type: 'doc', id: 'c'}],
          },
          {type: 'doc', id: 'b', label: 'B!'},
        ],
      },
      {type: 'link', label: 'Elsewhere', href: 'https://example.org'},
    ],
  })
  expect(files.get('index.md')).toBe('# Home\n\n**Guide**\n\n- [First](./a.md)\n- [B!](./b.md)\n')
})

const fragments = {
  'docs/a.rst':
    'A\n=\n\n* Item\n\n  .. include:: ../includes/part.rst\n\n.. include:: ../includes/foot.rst\n',
  'docs/b.rst': 'B\n=\n\nText.\n\n.. include:: ../includes/part.rst\n\nEnd.\n',
  'includes/part.rst': 'Shared by :doc:`/a`.\n\n.. include:: ../includes/inner.rst\n',
  'includes/inner.rst': 'Inner |drbd|.\n',
  'includes/foot.rst': 'Noted [1]_.\n\n.. [1] Note.\n',
}

test('fragments become part of the pages', () => {
  const {files} = converted(fragments)
  expect(files.get('b.md')).toBe(
    '# B\n\nText.\n\nShared by [A](./a.md).\n\nInner **DRBD**.\n\nEnd.\n',
  )
})

test('or files that pages import, unless footnotes tie them to a page', () => {
  const {files} = converted(fragments, {includes: 'partials'})
  expect([...files.keys()].sort()).toEqual([
    ...['_partials/inner.mdx', '_partials/part.mdx', 'a.mdx', 'b.mdx'],
  ])
  expect(files.get('b.mdx')).toBe(
    "import Part from './_partials/part.mdx'\n\n# B\n\nText.\n\n<Part />\n\nEnd.\n",
  )
  expect(files.get('a.mdx')).toContain('- Item\n\n  <Part />\n\nNoted [^1].')
  expect(files.get('_partials/part.mdx')).toBe(
    "import Inner from './inner.mdx'\n\nShared by [A](../a.mdx).\n\n<Inner />\n",
  )
})

test('words that a fragment brings into a cell stay there', () => {
  const row = '   * - One\n     - .. include:: ../includes/link.rst\n'
  const {files} = converted(
    {
      'docs/a.rst': `A\n=\n\n.. list-table::\n   :header-rows: 1\n\n   * - X\n     - Y\n${row}`,
      'includes/link.rst': 'See `here <https://example.org>`__.\n',
    },
    {includes: 'partials'},
  )
  expect(files.get('a.mdx')).toContain('| One | See [here](https://example.org). |')
})

test('a fragment that pages show differently is written more than once', () => {
  const section = 'Section\n-------\n\nText.\n'
  const {files} = converted(
    {
      'docs/a.rst': 'A\n=\n\n.. include:: ../includes/s.rst\n',
      'docs/b.rst': 'B\n=\n\nIn\n~~\n\n.. include:: ../includes/s.rst\n',
      'includes/s.rst': section,
    },
    {includes: 'partials'},
  )
  expect(files.get('_partials/s.mdx')).toBe('## Section\n\nText.\n')
  expect(files.get('_partials/s-2.mdx')).toBe('### Section\n\nText.\n')
})

test('tokens of the substitution files stay if they shall, those of a page do not', () => {
  const page = [
    ...['About |drbd|', '============', '', '|drbd| and |own|, ``|drbd|``.', ''],
    ...['.. |own| replace:: mine', '', '====== ======', 'Name   Value', '====== ======'],
    ...['|drbd| |own|', '====== ======', ''],
  ].join('\n')
  const {files} = converted({'docs/a.rst': page}, {substitutions: 'tokens'})
  expect(files.get('a.md')).toBe(
    [
      ...['# About |drbd|', '', '|drbd| and mine, `|drbd|`.', ''],
      ...['| Name | Value |', '| - | - |', '| \\|drbd\\| | mine |', ''],
    ].join('\n'),
  )
})

test('files come along: those beside the pages keep their place', () => {
  const {files, copies} = converted({
    'docs/deep/a.rst':
      '.. image:: ../img/in.png\n\n.. image:: ../../pictures/out.png\n\n.. image:: no.png\n',
    'docs/img/in.png': '',
    'pictures/out.png': '',
  })
  expect([...copies.keys()]).toEqual(['img/in.png', 'assets/pictures/out.png'])
  expect(files.get('deep/a.md')).toBe(
    '![](../img/in.png)\n\n![](../assets/pictures/out.png)\n\n![](no.png)\n',
  )
})

test('what a page loses is said with its place; nothing where nothing is lost', () => {
  const site = converted({
    'docs/a.rst': 'A\n=\n\nText.\n',
    'docs/b.rst': 'B\n=\n\n`x <a.rst#no>`__\n\n.. include:: ../includes/c.rst\n\n.. nonsense::\n',
    'includes/c.rst': '.. image:: x.png\n   :width: 3\n',
  })
  const [a, b] = site.pages
  expect(a).toEqual({source: 'docs/a.rst', target: 'a.md', losses: []})
  expect(b!.losses).toHaveLength(4)
  expect(reportLosses(site, 'text')).toMatch(
    new RegExp(
      [
        'docs/b.rst:8 {2}lost: Unexpected directive `nonsense`.*',
        'docs/b.rst:4 {2}lost: the place `#no` of a link, which its page does not have',
        'docs/b.rst {2}lost: the size of the picture `x.png`, which is not there \\(in includes/c.rst:1\\)',
        'docs/b.rst:8 {2}lost: the directive `nonsense`, not its content',
      ].join('\n'),
    ),
  )
  expect(JSON.parse(reportLosses(site, 'json'))).toEqual({pages: site.pages})
})

test('pictures with a size want MDX, those that are not there do not', () => {
  const {pages, files} = converted({
    'docs/a.rst': '.. image:: in.png\n   :width: 3\n',
    'docs/b.rst': '.. image:: no.png\n   :width: 3\n',
    'docs/in.png': '',
  })
  expect(files.get('a.mdx')).toBe(`<img src={require('./in.png').default} alt="" width="3" />\n`)
  expect(files.get('b.md')).toBe('![](no.png)\n')
  expect(pages.map(({losses}) => losses.length)).toEqual([0, 1])
})

test('what is lost in the same words is one line of the report', () => {
  const site = converted(
    {'docs/a.rst': ':foo:`a` and :foo:`b`\n'},
    {},
    {severities: {'undefined-role': 'off'}},
  )
  expect(reportLosses(site, 'text')).toBe(
    'docs/a.rst:1  lost: the role `foo` of some words (2 times)\n',
  )
})

test('fields at the top become front matter; a page has one title', () => {
  const {files} = converted(
    {'docs/home.rst': ':tags: a, b\n\nOne\n===\n\nTwo\n===\n\nThree\n-----\n'},
    {},
    {rootDocument: 'home'},
  )
  expect(files.get('home.md')).toBe(
    '---\nslug: /\ntags:\n  - a\n  - b\n---\n\n# One\n\n## Two\n\n### Three\n',
  )
})
