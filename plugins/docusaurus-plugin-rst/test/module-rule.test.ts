import {describe, expect, test} from 'vitest'
import {widenModuleRules} from '../src/module-rule.ts'

const pages = {
  test: /\.mdx?$/i,
  use: [{loader: '/node_modules/@docusaurus/mdx-loader/lib/index.js'}],
}
const scripts = {test: /\.tsx?$/i, use: [{loader: 'swc'}]}

describe('the bundler’s rules', () => {
  test('for Markdown match RST too, and register what pages include', () => {
    const {module} = widenModuleRules([scripts, pages]) as {module: {rules: (typeof pages)[]}}
    expect(module.rules[0]).toBe(scripts)
    expect(
      ['page.md', 'page.mdx', 'page.rst', 'page.ts'].map((name) =>
        module.rules[1]!.test.test(name),
      ),
    ).toEqual([true, true, true, false])
    expect(module.rules[1]!.use.map(({loader}) => loader)).toEqual([
      pages.use[0]!.loader,
      expect.stringMatching(/loader\.cjs$/),
    ])
  })

  test('match the endings that a site has for RST', () => {
    const {module} = widenModuleRules([pages], ['.txt', '.rst.in']) as {
      module: {rules: (typeof pages)[]}
    }
    const names = ['page.txt', 'page.rst.in', 'page.rst', 'page_txt', 'page.mdx']
    const matching = names.filter((name) => module.rules[0]!.test.test(name))
    expect(matching).toEqual(['page.txt', 'page.rst.in', 'page.mdx'])
  })

  test('without one for Markdown are an error', () => {
    expect(() => widenModuleRules([scripts])).toThrow('does not fit this version of Docusaurus')
  })
})
