import {readFileSync} from 'node:fs'
import {fromMarkdown} from 'mdast-util-from-markdown'
import {toString} from 'mdast-util-to-string'

/** One example of a spec file: files, and what becomes of the first page among them. */
export interface Example {
  name: string
  files: Map<string, string>
  expected: string | undefined
  messages: string
}

/**
 * Reads the examples of a spec file: a heading each, with fences that are named by a path (a
 * file), `expected` (the page after reading) or `messages`. Files before the first example are
 * known to all.
 */
export function examplesOf(file: URL): Example[] {
  const common = new Map<string, string>()
  const examples: Example[] = []
  for (const node of fromMarkdown(readFileSync(file, 'utf8')).children) {
    if (node.type === 'heading' && node.depth === 2) {
      examples.push({
        name: toString(node),
        files: new Map(common),
        expected: undefined,
        messages: '',
      })
    } else if (node.type === 'code' && node.meta) addFence(node.meta, node.value, examples, common)
  }
  return examples
}

function addFence(
  meta: string,
  value: string,
  examples: readonly Example[],
  common: Map<string, string>,
): void {
  const example = examples.at(-1)
  if (example && meta === 'expected') example.expected = value
  else if (example && meta === 'messages') example.messages = value
  else (example?.files ?? common).set(meta, `${value}\n`)
}
