import {readFileSync, rmSync} from 'node:fs'
import {join} from 'node:path'
import {execFileSync} from 'node:child_process'
import {siteReader, siteSettings} from 'remark-rst/site'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {type ChefSites, chefSites} from '../../bench/chef-sites.ts'
import {buildSite} from '../../bench/docusaurus-run.ts'
import {articleCharacters, showsText} from './article-characters.ts'

const data = process.env['HANDRAIL_CONFORMANCE'] ?? ''
const isAsked = process.env['HANDRAIL_NIGHTLY'] !== undefined
const pages = 'chef_master/source/'

describe.skipIf(!data || !isAsked)('the Chef documentation as a site', {timeout: 900_000}, () => {
  let sites: ChefSites
  let expected: {path: string; text: string}[]

  beforeAll(() => {
    sites = chefSites()
    const archive = join(data, 'chef-docs/text.jsonl.xz')
    const words = ['-c', `xz -dkc '${archive}'`]
    const lines = execFileSync('sh', words, {encoding: 'utf8', maxBuffer: 2 ** 28})
    expected = lines.split('\n').flatMap((line) => (line ? JSON.parse(line) : []))
  }, 120_000)

  afterAll(() => rmSync(sites.folder, {recursive: true, force: true}))

  test('has 335 pages', () => expect(expected).toHaveLength(335))

  test('from RST, as `init` sets it up, shows the text that Sphinx shows', () => {
    buildSite(sites.rst)
    expect(others(sites.rst)).toEqual([])
  })

  test('from Markdown, as `convert` writes it, with Docusaurus’ own plugins, shows it too', () => {
    buildSite(sites.markdown)
    expect(others(sites.markdown)).toEqual([])
  })

  test('loses but sizes of pictures and links that lead nowhere when it is converted', () => {
    const lost = sites.losses.flatMap(({losses}) => losses.map(({what}) => what))
    const known = /size of the picture|which is no address|which its page does not have/
    const unexpected = lost.filter((what) => !known.test(what))
    expect(unexpected).toEqual([])
  })

  /** The pages of a build that show something else, with the first characters in which they do. */
  function others(site: string): string[] {
    const reader = siteReader(sites.rst, siteSettings(sites.rst))
    return expected.flatMap(({path, text}) => {
      const name = path.slice(pages.length).replace(/\.rst$/, '')
      const file = join(site, 'build', name === 'index' ? '' : name, 'index.html')
      const shown = articleCharacters(readFileSync(file, 'utf8'))
      const raw = rawPieces(reader.read(`../${path}`)!.tree)
      return showsText(shown, text, raw) ? [] : `${name}: ${firstDifference(shown, text)}`
    })
  }
})

interface TreeNode {
  type: string
  value?: string
  children?: readonly TreeNode[]
}

function rawPieces({type, value, children = []}: TreeNode): string[] {
  return type === 'html' && value !== undefined ? [value] : children.flatMap(rawPieces)
}

function firstDifference(shown: string, expected: string): string {
  const at = [...expected].findIndex((character, index) => shown[index] !== character)
  return `${expected.slice(at - 20, at + 40)} | ${shown.slice(at - 20, at + 40)}`
}
