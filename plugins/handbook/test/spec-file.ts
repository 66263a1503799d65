import {readdirSync, readFileSync} from 'node:fs'
import {fromMarkdown} from 'mdast-util-from-markdown'
import {toString} from 'mdast-util-to-string'

/** An example of a specification file: a heading and the fences below it, by their language. */
export interface Example {
  readonly name: string
  /** `list.md:12` */
  readonly place: string
  readonly blocks: Readonly<Record<string, string>>
}

/** Reads every example of every file in `test/spec`. */
export function readSpecs(): Example[] {
  const folder = new URL('spec/', import.meta.url)
  return readdirSync(folder)
    .sort()
    .flatMap((file) => examplesOf(file, readFileSync(new URL(file, folder), 'utf8')))
}

function examplesOf(file: string, text: string): Example[] {
  const examples: (Example & {blocks: Record<string, string>})[] = []
  for (const node of fromMarkdown(text).children) {
    if (node.type === 'heading' && node.depth === 2) {
      const place = `${file}:${node.position!.start.line}`
      examples.push({name: toString(node), place, blocks: {}})
    } else if (node.type === 'code') {
      const last = examples.at(-1)
      if (last) last.blocks[node.lang ?? 'text'] = node.value
    }
  }
  return examples
}
