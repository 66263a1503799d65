import {readdirSync} from 'node:fs'
import {expect, it} from 'vitest'
import {parse} from '../src/parse.ts'
import {toPseudoXml} from '../src/pseudo-xml.ts'
import {mutator} from './mutate.ts'
import {contentOf, readExamples} from './spec-file.ts'

const count = Number(process.env['FUZZ_COUNT'] ?? 10_000)
const seed = Number(process.env['FUZZ_SEED'] ?? 1)

const folder = new URL('spec/', import.meta.url)
const inputs = readdirSync(folder, {recursive: true, encoding: 'utf8'})
  .filter((file) => file.endsWith('.md'))
  .sort()
  .flatMap((file) => readExamples(new URL(file, folder)))
  .flatMap((example) => contentOf(example, 'rst') ?? [])

it(`parses ${count} mutated examples, each in good time`, {timeout: 60_000 + count * 10}, () => {
  const mutate = mutator(seed, inputs)
  for (let i = 0; i < count; i++) {
    const input = mutate()
    const started = performance.now()
    const tree = parseOrTell(input)
    expect(tree.startsWith('<document '), input).toBe(true)
    expect(performance.now() - started, input).toBeLessThan(1000)
  }
})

/** The tree, or an error that shows the input that must not have thrown. */
function parseOrTell(input: string): string {
  try {
    return toPseudoXml(parse(input, {path: 'fuzz'}).tree)
  } catch (error) {
    throw new Error(`threw on ${JSON.stringify(input)}`, {cause: error})
  }
}
