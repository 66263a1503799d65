import {readFileSync} from 'node:fs'
import {fromMarkdown} from 'mdast-util-from-markdown'
import {toString} from 'mdast-util-to-string'

/** An example of a specification file: a heading and the fences below it, by their language. */
export interface Example {
  readonly name: string
  readonly line: number
  readonly blocks: Readonly<Record<string, string>>
}

/** Reads `test/spec/NAME.md`. Fences before the first example are shared: see `shared`. */
export function readSpec(name: string): {shared: Example['blocks']; examples: readonly Example[]} {
  const text = readFileSync(new URL(`spec/${name}.md`, import.meta.url), 'utf8')
  const shared: Record<string, string> = {}
  const examples: {name: string; line: number; blocks: Record<string, string>}[] = []
  for (const node of fromMarkdown(text).children) {
    if (node.type === 'heading' && node.depth === 2) {
      examples.push({name: toString(node), line: node.position!.start.line, blocks: {}})
    } else if (node.type === 'code') {
      const blocks = examples.at(-1)?.blocks ?? shared
      blocks[node.lang ?? 'text'] = node.value
    }
  }
  return {shared, examples}
}
