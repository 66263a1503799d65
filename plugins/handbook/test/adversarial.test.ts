import type {Root} from 'mdast'
import {beforeAll, describe, expect, it} from 'vitest'
import {compilerMissing, fontOptions, toTypst} from '../src/index.ts'
import {compilePages, fonts} from './compile-pages.ts'
import {rowsOf} from './pdf-text.ts'

/** What would be markup, code, a label or a comment if it were not a string. */
const nasty = [
  '#{panic("no")}',
  '#panic("no")',
  '"; panic("no"); "',
  '\\"); panic("no") //',
  '] #panic("no") [',
  '} #panic("no") {',
  '$ x $ = *a* _b_ `c` ~d~ - e + f / g: h',
  '<label> @reference #label("x")',
  '// a comment',
  '/* a comment',
  '\\u{41} \\n \\\\ \\',
  '= a heading',
  '"""',
  '\'#import "/etc/passwd"\'',
  '#include "/etc/passwd"',
  '#read("/etc/passwd")',
]

/** The same words everywhere a page can have words. */
function everywhere(words: string): Root {
  const text = {type: 'text', value: words}
  const paragraph = {type: 'paragraph', children: [text]}
  const cell = {type: 'tableCell', children: [text, {type: 'inlineCode', value: words}]}
  return {
    type: 'root',
    children: [
      {type: 'heading', depth: 2, children: [text], data: {id: words}},
      {
        type: 'paragraph',
        children: [text, {type: 'link', url: `https://x.example/${words}`, children: [text]}],
      },
      {
        type: 'paragraph',
        children: [{type: 'link', url: `#${words}`, children: [text]}],
      },
      {type: 'paragraph', children: [{type: 'image', url: words, alt: words}]},
      {type: 'code', lang: words, meta: `title="${words}"`, value: `${words}\n${words}`},
      {
        type: 'table',
        children: [
          {type: 'tableRow', children: [cell]},
          {type: 'tableRow', children: [cell]},
        ],
      },
      {type: 'containerDirective', name: words, children: [paragraph]},
      {type: 'textDirective', name: words, attributes: {[words]: words}, children: [text]},
      {type: 'inlineRole', role: words, children: [text]},
      {type: 'indexEntry', terms: [words]},
      {
        type: 'definitionList',
        children: [
          {type: 'definitionTerm', children: [text]},
          {type: 'definitionDescription', children: [paragraph]},
        ],
      },
      {type: 'footnoteDefinition', identifier: words, label: words, children: [paragraph]},
      {type: 'mdxFlowExpression', value: words},
      {type: 'math', value: words},
    ],
  } as unknown as Root
}

describe.skipIf(compilerMissing())('words that look like Typst', () => {
  let said: string
  beforeAll(async () => {
    const pages = nasty.map((words, at) => ({
      path: `${words}/${at}.md`,
      title: words,
      root: everywhere(words),
    }))
    const options = {
      title: nasty[0]!,
      version: nasty[1]!,
      classification: nasty[2]!,
      subtitle: nasty[3]!,
    }
    said = (await rowsOf(await compilePages(pages, options))).map(({text}) => text).join('\n')
  }, 60_000)

  it.each(nasty)('are words: %s', (words) => {
    expect(said.replace(/\s+/g, '')).toContain(words.replace(/\s+/g, ''))
  })
})

/** Characters that have broken a text engine or a PDF before. */
const odd = [
  '\u0000\u0001\u001f\u007f\u0085\u009f',
  '\ud800 \udfff',
  '\ufeff\ufffe\uffff\u{1ffff}',
  '\ue000\u{f0000}\u{10ffff}',
  'e\u0301\u0327 \u200d\u200c\u200b\u2060\u00ad',
  '\u202e\u2066abc\u2069\u202c',
  '👩‍💻 🏳️‍🌈 ✅ ☑️ 1️⃣',
  'العربية עברית हिन्दी 中文 ไทย',
  '\u2028\u2029\u000b\u000c',
  'ﬁ ﬃ ½ ™ № ‰ … ‖ ☃',
]

describe.skipIf(compilerMissing())('characters of every kind', () => {
  it.each(odd)(
    'are printed, or said to be missing: %j',
    async (words) => {
      const pages = [{path: 'odd.md', title: words, root: everywhere(words)}]
      for (const standard of ['ua-1', 'a-2a'] as const) {
        const pdf = await compilePages(pages, {title: words}, [], {standard})
        expect(pdf.length).toBeGreaterThan(1000)
      }
      const {messages} = toTypst(pages, [], {title: words, ...fontOptions(fonts)})
      for (const {ruleId, reason} of messages) {
        if (ruleId === 'missing-glyph') expect(reason).toMatch(/U\+[0-9A-F]{4,6}/)
      }
    },
    60_000,
  )
})
