import {readFileSync} from 'node:fs'
import rehypeStringify from 'rehype-stringify'
import remarkParse from 'remark-parse'
import remarkRehype from 'remark-rehype'
import {unified} from 'unified'
import {VFile} from 'vfile'
import {describe, expect, test} from 'vitest'
import * as api from '../src/index.ts'

test('the package exports what the README says', () => {
  expect(Object.keys(api).sort()).toEqual([
    'componentDirectives',
    'default',
    'fieldValues',
    'formatMessage',
    'includeSites',
    'markdownRules',
    'quoteTokens',
    'remarkRst',
    'toVFileMessage',
  ])
})

test('every rule of Markdown pages is in the README', () => {
  const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8')
  for (const rule of Object.keys(api.markdownRules)) expect(readme).toContain(`\`${rule}\``)
})

describe('RST in a plain pipeline', () => {
  async function html(text: string): Promise<string> {
    const file = await unified()
      .use(remarkParse)
      .use(api.remarkRst)
      .use(remarkRehype)
      .use(rehypeStringify)
      .process(new VFile({path: 'page.rst', value: text}))
    return String(file)
  }

  test('becomes HTML without further handlers', async () => {
    expect(await html('Title\n=====\n\nterm\n  *Its* meaning.\n')).toBe(
      '<h1 id="title">Title</h1>\n<dl><dt>term</dt><dd><p><em>Its</em> meaning.</p></dd></dl>',
    )
  })

  test('is never taken for Markdown', async () => {
    expect(await html('# no title\n\n<b> & {c}\n')).toBe(
      '<p># no title</p>\n<p>&#x3C;b> &#x26; {c}</p>',
    )
  })

  test('is read without a parser for Markdown, too', () => {
    const tree = unified()
      .use(api.remarkRst)
      .parse(new VFile({path: 'page.rst', value: 'x'}))
    expect(tree).toMatchObject({children: [{type: 'paragraph'}]})
  })
})

test('runbooks and rehearsals in RST are leaf directives', () => {
  const value =
    '.. runbook:: split-brain\n   :start: x\n\n.. rehearsal:: split-brain\n\n.. rehearsal::\n'
  const tree = unified()
    .use(api.remarkRst)
    .parse(new VFile({path: 'page.rst', value}))
  expect(tree).toMatchObject({
    children: [
      {type: 'leafDirective', name: 'runbook', attributes: {name: 'split-brain', start: 'x'}},
      {type: 'leafDirective', name: 'rehearsal', attributes: {name: 'split-brain'}},
      {type: 'leafDirective', name: 'rehearsal', attributes: {}},
    ],
  })
})

test('whatever is in a file, it never throws', async () => {
  const lines = [
    '.. include::',
    '|',
    '||',
    '|a',
    '\\|',
    '.. include:: x\n  :y',
    '> .. runbook::',
    '---',
  ]
  for (let seed = 0; seed < 500; seed++) {
    const text = Array.from({length: 6}, (_, i) => lines[(seed * (i + 3) * 7 + i * seed) % 8]).join(
      '\n',
    )
    const file = new VFile({path: seed % 2 ? 'a.md' : 'a.rst', value: text})
    await unified()
      .use(remarkParse)
      .use(api.remarkRst)
      .use(remarkRehype)
      .use(rehypeStringify)
      .process(file)
  }
})
