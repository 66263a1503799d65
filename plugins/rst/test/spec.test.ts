import {readdirSync} from 'node:fs'
import {describe, expect, it} from 'vitest'
import {toPseudoXml} from '../src/index.ts'
import {contentOf, readExamples} from './spec-file.ts'
import {messageLine, parseExample} from './spec-run.ts'

const folder = new URL('spec/', import.meta.url)
const files = readdirSync(folder, {recursive: true, encoding: 'utf8'})

/** Examples of whole pages and of mdast have tests of their own. */
const elsewhere = /^(to-mdast|resolve[/\\]pages)[/\\]/

for (const name of files.filter((file) => file.endsWith('.md') && !elsewhere.test(file)).sort()) {
  describe(name, () => {
    for (const example of readExamples(new URL(name, folder))) {
      const tree = contentOf(example, 'doctree')
      const messages = contentOf(example, 'messages')
      if (tree === undefined && messages === undefined) continue
      it(`${example.name} (line ${example.line})`, () => {
        const document = parseExample(example)
        if (tree !== undefined) expect(toPseudoXml(document.tree).trimEnd()).toBe(tree)
        if (messages !== undefined) {
          expect(document.messages.map(messageLine).join('\n')).toBe(messages)
        }
      })
    }
  })
}
