import {readFileSync} from 'node:fs'

/** A fence of a specification file: its language, what else its first line says, its content. */
interface Fence {
  readonly language: string
  readonly info: string
  readonly content: string
}

/** An example: a heading and the fences below it. */
export interface Example {
  readonly name: string
  readonly line: number
  readonly fences: readonly Fence[]
}

const opening = /^(`{3,}|~{3,})(\S+)? *(.*)$/

/** Reads the examples of a Markdown file: level-two headings and the fences below them. */
export function readExamples(file: URL): Example[] {
  const lines = readFileSync(file, 'utf8').split('\n')
  const examples: {name: string; line: number; fences: Fence[]}[] = []
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at]!
    if (line.startsWith('## ')) examples.push({name: line.slice(3), line: at + 1, fences: []})
    const fence = opening.exec(line)
    if (!fence) continue
    const [, mark = '', language = '', info = ''] = fence
    const start = at + 1
    const end = lines.indexOf(mark, start)
    examples.at(-1)?.fences.push({language, info, content: lines.slice(start, end).join('\n')})
    at = end
  }
  return examples
}

/** The content of the fence in a language, if there is one. */
export function contentOf(example: Example, language: string): string | undefined {
  return example.fences.find((fence) => fence.language === language)?.content
}
