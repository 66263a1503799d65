import {readdirSync, readFileSync} from 'node:fs'
import type {Root} from 'mdast'
import {fromMarkdown} from 'mdast-util-from-markdown'
import {toString} from 'mdast-util-to-string'
import remarkRst from 'remark-rst'
import {unified} from 'unified'
import {VFile} from 'vfile'
import {describe, expect, test} from 'vitest'
import {type Dialect, type Loss, needsMdx, toMarkdown} from '../src/index.ts'

/** A page in RST, what it is in Markdown, and what that does not hold. */
interface Example {
  name: string
  rst: string
  dialect: Dialect
  expected: string
  lost: string
}

const folder = new URL('spec/', import.meta.url)

for (const file of readdirSync(folder)) {
  describe(file.replace('.md', ''), () => {
    test.each(examplesOf(new URL(file, folder)))('$name', ({rst, dialect, expected, lost}) => {
      const tree = read(rst)
      const {text, losses} = toMarkdown(tree, {dialect})
      expect(text).toBe(`${expected}\n`)
      expect(losses.map(line).join('\n')).toBe(lost)
      if (dialect === 'md') expect(needsMdx(tree)).toBe(false)
    })
  })
}

test('front matter and imports stand before the text', () => {
  const {text} = toMarkdown(read('Text.'), {
    dialect: 'mdx',
    frontMatter: {tags: ['a', 'b'], sidebar_position: 2},
    imports: new Map([['Part', './part.mdx']]),
  })
  const head = '---\ntags:\n  - a\n  - b\nsidebar_position: 2\n---\n'
  expect(text).toBe(`${head}\nimport Part from './part.mdx'\n\nText.\n`)
})

test('the tree stays as it was', () => {
  const tree = read('A\n=\n\n.. note:: *x*\n\n``a``\n   b\n')
  const before = structuredClone(tree)
  toMarkdown(tree)
  expect(tree).toEqual(before)
})

function read(text: string): Root {
  return unified()
    .use(remarkRst)
    .parse(new VFile({path: 'page.rst', value: text})) as Root
}

function line({what, line}: Loss): string {
  return [line, what].filter(Boolean).join(' ')
}

/** A heading for each example; the fences below it are the page, the result and the losses. */
function examplesOf(file: URL): Example[] {
  const examples: Example[] = []
  for (const node of fromMarkdown(readFileSync(file, 'utf8')).children) {
    if (node.type === 'heading' && node.depth === 2) {
      examples.push({name: toString(node), rst: '', dialect: 'md', expected: '', lost: ''})
    }
    const example = examples.at(-1)
    if (!example || node.type !== 'code') continue
    if (node.lang === 'rst') example.rst = node.value
    else if (node.meta === 'lost') example.lost = node.value
    else Object.assign(example, {dialect: node.lang, expected: node.value})
  }
  return examples
}
