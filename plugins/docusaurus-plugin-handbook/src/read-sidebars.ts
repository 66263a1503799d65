import {existsSync, readFileSync} from 'node:fs'
import {createRequire} from 'node:module'
import {join, resolve} from 'node:path'
import type {Sidebars} from './outline.ts'

const names = ['sidebars.ts', 'sidebars.js', 'sidebars.cjs', 'sidebars.mjs', 'sidebars.json']

/**
 * The sidebars of a site as its file has them; `undefined` if it has none. TypeScript is read with
 * the loader that Docusaurus brings along.
 */
export function readSidebars(siteDir: string): Sidebars | undefined {
  const name = names.find((candidate) => existsSync(join(siteDir, candidate)))
  if (name === undefined) return undefined
  const file = resolve(siteDir, name)
  if (name.endsWith('.json')) return JSON.parse(readFileSync(file, 'utf8')) as Sidebars
  const loaded = siteLoader(siteDir)(file)
  return ((loaded as {default?: Sidebars}).default ?? loaded) as Sidebars
}

/** jiti, as Docusaurus depends on it. */
function siteLoader(siteDir: string): (file: string) => unknown {
  const fromSite = createRequire(resolve(siteDir, 'package.json'))
  const fromDocusaurus = createRequire(fromSite.resolve('@docusaurus/utils'))
  const jiti = fromDocusaurus('jiti') as (from: string) => (file: string) => unknown
  return jiti(resolve(siteDir))
}
