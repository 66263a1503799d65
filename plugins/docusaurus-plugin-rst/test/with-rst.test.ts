import type {Config} from '@docusaurus/types'
import {describe, expect, test} from 'vitest'
import {optionsSchema} from '../src/options.ts'
import {pagesWithRst} from '../src/pages-plugin.ts'
import {rehypeRawHtml} from '../src/rehype-raw-html.ts'
import {remarkAdapt, remarkPages} from '../src/remark-pages.ts'
import {withRst} from '../src/with-rst.ts'

const site = {title: 'T', url: 'https://t.example', baseUrl: '/'} satisfies Config
const other = () => undefined

describe('what a configuration is given', () => {
  test('a plugin listed by itself', () => {
    const {plugins} = withRst({
      ...site,
      plugins: [
        ['@docusaurus/plugin-content-docs', {beforeDefaultRemarkPlugins: [other]}],
        ['content-docs', {id: 'second', path: 'more', include: ['**/*.mdx']}],
        '@docusaurus/plugin-content-pages',
        'unrelated',
      ],
    })
    expect(plugins).toMatchObject([
      [
        '@docusaurus/plugin-content-docs',
        {
          include: ['**/*.{md,mdx,rst}'],
          beforeDefaultRemarkPlugins: [remarkPages, other, remarkAdapt],
          beforeDefaultRehypePlugins: [rehypeRawHtml],
        },
      ],
      ['content-docs', {id: 'second', include: ['**/*.mdx', '**/*.rst']}],
      [pagesWithRst, {include: ['**/*.{js,jsx,ts,tsx,md,mdx,rst}']}],
      'unrelated',
      [expect.any(Function), {}],
    ])
  })

  test('the classic preset, but for what it leaves out', () => {
    const {presets, plugins} = withRst(
      {...site, presets: [['classic', {blog: false, docs: {routeBasePath: '/'}}]]},
      {aliases: {'/again': '/page'}},
    )
    expect(presets).toMatchObject([
      [
        'classic',
        {
          blog: false,
          docs: {routeBasePath: '/', include: ['**/*.{md,mdx,rst}']},
          pages: false,
          sitemap: {ignorePatterns: ['/again']},
        },
      ],
    ])
    expect(plugins).toMatchObject([
      [pagesWithRst, {include: ['**/*.{js,jsx,ts,tsx,md,mdx,rst}']}],
      [expect.any(Function), {aliases: {'/again': '/page'}}],
    ])
  })

  test('no emoji in the place of roles, unless it asks for them', () => {
    expect(withRst(site).markdown).toMatchObject({emoji: false})
    expect(withRst({...site, markdown: {emoji: true}}).markdown).toMatchObject({emoji: true})
  })

  test('stays as it is itself', () => {
    const config: Config = {...site, plugins: ['content-docs']}
    withRst(config)
    expect(config).toEqual({...site, plugins: ['content-docs']})
  })
})

describe('options', () => {
  test.each([
    [{includeRoots: 'includes'}, /"includeRoots" must be an array/],
    [{includeBase: 'page'}, /"includeBase" must be one of/],
    [{raw: 'maybe'}, /"raw" must be one of/],
    [{aliases: {again: '/page'}}, /"aliases.again" is not allowed/],
    [{severities: {'table-pipe': 'loud'}}, /must be one of \[off, info, warning, error\]/],
    [{inclueRoots: []}, /"inclueRoots" is not allowed/],
  ])('%j is refused', (options, message) => {
    expect(optionsSchema.validate(options).error?.message).toMatch(message)
  })

  test('have defaults', () => {
    expect(optionsSchema.validate({}).value).toMatchObject({
      includeRoots: [],
      includeBase: 'document',
      raw: 'allow',
      onMessage: 'throw',
    })
  })
})
