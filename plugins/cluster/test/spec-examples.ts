import {readFileSync} from 'node:fs'

/** An example of a spec file: a paste and what is expected of it. */
export interface Example {
  readonly name: string
  /** Words after `text` on the first fence: `host=be1`. */
  readonly info: string
  readonly input: string
  readonly expected: string
}

/** The examples of a Markdown file: under a heading, each fence `text` with the fence `expect` after it. */
export function examplesOf(file: string): Example[] {
  const page = readFileSync(new URL(`spec/${file}`, import.meta.url), 'utf8')
  return page
    .split(/^## /m)
    .slice(1)
    .flatMap((section) => {
      const name = section.slice(0, section.indexOf('\n'))
      const fences = [
        ...section.matchAll(/^```text ?(.*)\n([\s\S]*?)^```\n+```expect\n([\s\S]*?)^```/gm),
      ]
      return fences.map(([, info, input, expected], index) => ({
        name: index === 0 ? name : `${name} (${index + 1})`,
        info: info!,
        input: input!,
        expected: expected!,
      }))
    })
}
