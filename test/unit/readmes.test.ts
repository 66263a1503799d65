import {existsSync, readdirSync, readFileSync} from 'node:fs'
import {fileURLToPath} from 'node:url'
import {expect, test} from 'vitest'

const plugins = fileURLToPath(new URL('../../plugins', import.meta.url))
const packages = readdirSync(plugins).filter((name) =>
  existsSync(`${plugins}/${name}/package.json`),
)

/** What a reader of any of our packages finds, in the order they ask for it. */
const order = [
  /^What( is this\?)?$/,
  /^When\b/,
  ...[/^Install$/, /^Use$/, /^API$/, /^Syntax$/, /^Tree$/, /^Types$/, /^Related$/],
]

/** The titles of sections, without those within examples. */
function titlesIn(text: string): string[] {
  const withoutCode = text.replace(/^```[^]*?^```$/gm, '')
  return [...withoutCode.matchAll(/^## (.*)$/gm)].map(([, title]) => title!)
}

test.each(packages)('the README of %s answers in the common order', (name) => {
  const titles = titlesIn(readFileSync(`${plugins}/${name}/README.md`, 'utf8'))
  const found = titles.flatMap((title) => order.find((pattern) => pattern.test(title)) ?? [])
  expect(found).toEqual(order)
})
