import type {Load} from '@handrail/rst'
import remarkDirective from 'remark-directive'
import remarkFrontmatter from 'remark-frontmatter'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import remarkStringify from 'remark-stringify'
import {unified} from 'unified'
import {VFile} from 'vfile'
import {describe, expect, test} from 'vitest'
import remarkRst, {formatMessage} from '../src/index.ts'
import {type Example, examplesOf} from './spec.ts'

const specs = ['tokens', 'include', 'tables', 'directives', 'front-matter']

describe.each(specs)('%s', (spec) => {
  const examples = examplesOf(new URL(`spec/${spec}.md`, import.meta.url))
  test.each(examples)('$name', async (example) => {
    const {text, messages} = await read(example)
    if (example.expected !== undefined) expect(text.trim()).toBe(example.expected.trim())
    expect(messages).toBe(example.messages)
  })
})

async function read({files}: Example): Promise<{text: string; messages: string}> {
  const file = new VFile({path: 'docs/page.md', value: files.get('docs/page.md')})
  await unified()
    .use(remarkParse)
    .use([remarkFrontmatter, remarkGfm, remarkDirective])
    .use(remarkRst, {load: loadFrom(files), prolog: ['includes/names.rst']})
    .use(remarkStringify, {resourceLink: true})
    .process(file)
  const messages = file.messages.map(formatMessage)
  return {text: String(file), messages: messages.join('\n')}
}

/** Files in memory; a path that leaves `docs` leads to `includes`, as it would with a real loader. */
function loadFrom(files: ReadonlyMap<string, string>): Load {
  const loaded = new Map<string, {path: string; text: string}>()
  return ({path}) => {
    const name = [path, `includes/${path}`].find((candidate) => files.has(candidate))
    if (name === undefined) return {path, refusal: {reason: 'missing'}}
    if (!loaded.has(name)) loaded.set(name, {path: name, text: files.get(name)!})
    return loaded.get(name)!
  }
}
