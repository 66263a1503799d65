import type {HandbookPage} from '../src/index.ts'
import {type Language, parse} from './print.ts'
import {readSpecs} from './spec-file.ts'

/** Every example of the specification as a page of its own, which ends in `endOf` it. */
export const specPages: readonly HandbookPage[] = readSpecs().map(({name, blocks}, at) => {
  const language = (['md', 'mdx', 'rst'] as const).find((key) => key in blocks) as Language
  const source = `${blocks[language]!}\n\n${endOf(at)}\n`
  return {path: `docs/${at}.${language}`, title: name, root: parse(source, language)}
})

/** The last words of an example's page. */
export function endOf(at: number): string {
  return `End of example ${at}.`
}

/** A picture that stands for every other one. */
export const picture = new URL('fixtures/picture.svg', import.meta.url).pathname
