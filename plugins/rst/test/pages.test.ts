import {readdirSync} from 'node:fs'
import {describe, expect, it} from 'vitest'
import {contentOf, readExamples} from './spec-file.ts'
import {readPage} from './spec-page.ts'
import {messageLine} from './spec-run.ts'

const folder = new URL('spec/', import.meta.url)
const files = readdirSync(folder, {recursive: true, encoding: 'utf8'})

for (const name of files.filter((file) => file.endsWith('.md')).sort()) {
  const examples = readExamples(new URL(name, folder)).filter((example) => {
    return example.fences.some(({language}) => language === 'mdast' || language === 'said')
  })
  if (examples.length === 0) continue
  describe(name, () => {
    it.each(examples)('$name (line $line)', (example) => {
      const tree = contentOf(example, 'mdast')
      const said = contentOf(example, 'said')
      const {outline, document} = readPage(example)
      if (tree !== undefined) expect(outline).toBe(tree)
      expect(document.messages.map(withNotes).join('\n')).toBe(said ?? '')
    })
  })
}

function withNotes(message: Parameters<typeof messageLine>[0]): string {
  return [messageLine(message), ...message.notes.map(({text}) => `  ${text}`)].join('\n')
}
