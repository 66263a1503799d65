import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {startWritersServer, type WritersServer} from '../writers-server.ts'
import {SiteCopy} from './site-copy.ts'

/** What may change under a page, and how one sees it in the page. */
const changes = [
  ['an included fragment', 'includes/inner/third.rst', 'Third level', 'Edited level'],
  ['a Markdown fragment', 'includes/first.md', 'First level', 'Edited head'],
  ['a substitution file', 'includes/names.rst', 'Chef *server*', 'Edited *name*'],
  ['the title of a page it refers to', 'docs/deep/other.md', '# Other', '# Edited title'],
  ['the page itself', 'docs/page.rst', 'with `{braces}', 'Edited `{braces}'],
  [
    "the parser's own source",
    'plugins/rst/src/to-mdast/index.ts',
    'return root\n',
    "return {...root, children: [...children, {type: 'html', value: '<p>Edited parser</p>'}]}\n",
  ],
] as const

describe('no stale page', () => {
  let site: SiteCopy
  beforeAll(() => {
    site = new SiteCopy('test/fixtures/places')
    // The pages that the edited parser makes have none of the places their links lead to.
    site.replace('docusaurus.config.ts', "onBrokenAnchors: 'throw'", "onBrokenAnchors: 'ignore'")
    expect(site.build()).toMatchObject({code: 0})
  })
  afterAll(() => site.remove())

  test.each(changes)('the next build sees a change of %s', (_, file, before, after) => {
    site.replace(file, before, after)
    expect(site.build()).toMatchObject({code: 0})
    const built = site.read('build/page/index.html') + site.read('build/index.html')
    expect(built).toMatch(/Edited/)
    site.replace(file, after, before)
    expect(site.build()).toMatchObject({code: 0})
    expect(site.read('build/page/index.html')).not.toMatch(/Edited/)
    expect(site.read('build/page/index.html')).toContain('Third level')
  })
})

describe("no stale page in the writer's mode", () => {
  let site: SiteCopy
  let server: WritersServer
  beforeAll(async () => {
    site = new SiteCopy('test/fixtures/places')
    server = await startWritersServer(site.folder)
  })
  afterAll(async () => {
    await server.stop()
    site.remove()
  })

  test.each(changes)('the running server sees a change of %s', async (_, file, before, after) => {
    await expect.poll(() => scripts(site, server.address), patience).not.toMatch(/Edited/)
    site.replace(file, before, after)
    await expect.poll(() => scripts(site, server.address), patience).toMatch(/Edited/)
    site.replace(file, after, before)
  })
})

const patience = {timeout: 120_000, interval: 200}

/** The two pages as the server has compiled them: it serves them as scripts, a file each. */
async function scripts(site: SiteCopy, address: string): Promise<string> {
  const registry = site.read('.docusaurus/registry.js')
  const chunks = [
    ...registry.matchAll(
      /webpackChunkName: "([^"]+)" \*\/ "@site\/docs\/(?:page\.rst|index\.md)"/g,
    ),
  ]
  const names = new Set(chunks.map(([, name]) => name!))
  const texts = [...names].map(async (name) => (await fetch(`${address}/${name}.js`)).text())
  return (await Promise.all(texts)).join('\n')
}
