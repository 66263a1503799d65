import {createRequire} from 'node:module'
import type {Plugin} from '@docusaurus/types'
import {theEngine} from './engine-state.ts'

type Configuration = ReturnType<NonNullable<Plugin['configureWebpack']>>

interface Rule {
  test?: RegExp
  use?: {loader?: string}[]
}

/** What we use of webpack's compiler, or of Rspack's. */
interface Compiler {
  hooks: {watchRun: {tap(name: string, run: () => void): void}}
}

const {resolve} = createRequire(import.meta.url)
const mdxLoader = /[\\/]mdx-loader[\\/]/

/**
 * Makes the bundler's rules for Markdown match RST too, and has them register what a page
 * includes. Docusaurus offers no option for either, so that the rules are rewritten; if it should
 * ever build them otherwise, this fails at once instead of leaving pages out.
 *
 * @param suffixes endings of pages in RST
 */
export function widenModuleRules(
  rules: readonly unknown[],
  suffixes: readonly string[] = ['.rst'],
): Configuration {
  const pages = new RegExp(`\\.mdx?$|(${suffixes.map(escapeRegExp).join('|')})$`, 'i')
  const widened = (rules as Rule[]).map((rule) => (isPageRule(rule) ? widen(rule, pages) : rule))
  if (!(rules as Rule[]).some(isPageRule)) {
    throw new Error(
      'Unexpected bundler configuration without a rule for Markdown, expected one: ' +
        'docusaurus-plugin-rst does not fit this version of Docusaurus',
    )
  }
  return {
    mergeStrategy: {'module.rules': 'replace'},
    module: {rules: widened as []},
    plugins: [{apply: refreshBeforeEachRun}],
  }
}

/** A server compiles because files have changed. */
function refreshBeforeEachRun({hooks}: Compiler): void {
  hooks.watchRun.tap('docusaurus-plugin-rst', () => theEngine().refresh())
}

function isPageRule(rule: Rule): boolean {
  const loads = Array.isArray(rule.use) && rule.use.some(({loader}) => mdxLoader.test(loader ?? ''))
  return loads && rule.test instanceof RegExp && rule.test.test('page.mdx')
}

/** Loaders run from the last to the first: ours sees every page before it is compiled. */
function widen(rule: Rule, pages: RegExp): Rule {
  return {...rule, test: pages, use: [...rule.use!, {loader: resolve('./loader.cjs')}]}
}

function escapeRegExp(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}
