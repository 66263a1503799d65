import {readdirSync, readFileSync} from 'node:fs'
import path from 'node:path'
import {fileURLToPath} from 'node:url'
import {describe, expect, test} from 'vitest'
import {inlineScripts, policyFor} from '../../src/content-security-policy/policy.ts'
import {articleText} from './article-text.ts'
import {BuiltPage} from './built-page.ts'

const build = fileURLToPath(new URL('../../build', import.meta.url))
const pages = readdirSync(build, {recursive: true, encoding: 'utf8'}).filter((name) =>
  name.endsWith('.html'),
)
const read = (name: string): string => readFileSync(path.join(build, name), 'utf8')

describe('the guide', () => {
  const first = 'server/high-availability/index.html'
  const second = 'high-availability/index.html'

  test('stands at two addresses with one text', () => {
    expect(articleText(read(second))).toBe(articleText(read(first)))
    expect(articleText(read(first))).toContain('DRBD')
  })

  test.each([first, second])('%s has one canonical address', (name) => {
    const links = [...read(name).matchAll(/<link[^>]*rel="?canonical[^>]*>/g)].map(String)
    expect(links).toEqual([expect.stringMatching(/href="?[^" >]*\/server\/high-availability[" /]/)])
  })

  test('is listed under its first address only', () => {
    const sitemap = read('sitemap.xml')
    expect(sitemap).toContain('/server/high-availability<')
    expect(sitemap).not.toMatch(/\/\/[^/]+\/high-availability</)
    expect(read('index.html')).not.toContain('href="/high-availability')
  })
})

test('every page of the docs but the home page and the rehearsal has a sidebar', () => {
  const without = pages.filter((name) => {
    const page = new BuiltPage(read(name))
    return page.texts('.theme-doc-markdown').length && !page.texts('.theme-doc-sidebar-menu').length
  })
  expect(without.sort()).toEqual([
    'de/index.html',
    'de/rehearsal/index.html',
    'index.html',
    'rehearsal/index.html',
  ])
})

test('every page that people write says when it was last reviewed', () => {
  const without = pages.filter((name) => {
    const [foot = ''] = /<footer[^>]*page-foot.*?<\/footer>/s.exec(read(name)) ?? []
    return foot.includes('/edit/') && !/<time datetime="?\d{4}-\d\d-\d\d/i.test(foot)
  })
  expect(without).toEqual([])
})

describe.each(pages)('%s', (name) => {
  const html = read(name)

  test('runs only scripts it knows by hash or file', () => {
    const [policy] = new BuiltPage(html).attributes('meta[http-equiv]', 'content')
    const allowed = policyFor(inlineScripts(html)).match(/'sha256-[^']+'/g) ?? []
    expect(allowed.filter((hash) => !policy?.includes(hash))).toEqual([])
    expect(policy).not.toMatch(/script-src[^;]*(unsafe|https?:|\*)/)
    expect(html).not.toMatch(/<[^>]+\son[a-z]+=["'][^>]*>/)
  })

  test('asks no other host for anything', () => {
    const loaded = [
      ...html.matchAll(/<(?:script|img|iframe|source|video)[^>]*\ssrc=["']?([^"' >]+)/g),
    ]
    const linked = [
      ...html.matchAll(/<link[^>]*rel=["']?(?:stylesheet|preload|prefetch|icon|manifest)[^>]*>/g),
    ]
    const urls = [...loaded.map(([, url]) => url!), ...linked.map(String)]
    expect(urls.filter((url) => /(?:^|=["']?)(?:https?:)?\/\//.test(url))).toEqual([])
  })

  test('shows no markup that was meant to be read', () => {
    const text = articleText(html)
    expect(text).not.toMatch(/\.\. [a-z-]+::/)
    expect(text).not.toMatch(/\|[a-z][a-z0-9 ]+\|/)
    expect(text).not.toMatch(/:(?:doc|ref|term):/)
  })
})

describe('the translation', () => {
  const original = read('runbooks/triage/index.html')
  const translation = read('de/runbooks/triage/index.html')
  const plan = (html: string): {steps: {id: string}[]} =>
    JSON.parse(new BuiltPage(html).attributes('handrail-runbook', 'dataPlan')[0]!).plan

  test('of a runbook has the steps of the original, in other words', () => {
    const ids = (html: string): string[] => plan(html).steps.map(({id}) => id)
    expect(ids(translation)).toEqual(ids(original))
    expect(new BuiltPage(translation).texts('h2')).toContain('Was zeigen beide Hosts?')
  })

  test.each([original, translation])('and the original name each other', (html) => {
    const languages = new BuiltPage(html).attributes('link[hreflang]', 'hrefLang')
    expect(languages).toEqual(expect.arrayContaining(['en', 'de', 'x-default']))
  })
})
