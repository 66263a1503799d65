import {readFileSync, readdirSync} from 'node:fs'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {inlineScripts, inlineStyles, policyFor} from '../../src/content-security-policy/policy.ts'
import {launch} from './launch.ts'
import {Nginx, nginxInstalled} from './nginx.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))

describe.skipIf(!nginxInstalled)('served by nginx', () => {
  let nginx: Nginx
  let origin: string

  beforeAll(async () => {
    nginx = await Nginx.start()
    origin = nginx.origin
  })
  afterAll(() => nginx.stop())

  test('it says that it is well', async () => {
    const answer = await fetch(`${origin}/health`)
    expect(await answer.text()).toBe('ok\n')
  })

  test.each(['/', '/runbooks/triage', '/handbook.pdf', '/nowhere', '/assets/nothing.js'])(
    '%s is not framed, not sniffed, and tells nobody where the reader came from',
    async (path) => {
      const {headers} = await fetch(origin + path)
      expect(Object.fromEntries(headers)).toMatchObject({
        'x-frame-options': 'DENY',
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
      })
      expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'")
      expect(headers.get('server')).toBe('nginx')
    },
  )

  test('the policy allows the inline scripts and styles of every page and no others', async () => {
    const policy = (await fetch(`${origin}/`)).headers.get('content-security-policy')
    const texts = pages(nginx.site).map((page) => readFileSync(page, 'utf8'))
    const wanted = policyFor(texts.flatMap(inlineScripts), texts.flatMap(inlineStyles))
    const parts = `${wanted}; frame-ancestors 'none'`
    expect(policy?.split(' ').sort()).toEqual(parts.split(' ').sort())
    expect(policy).not.toMatch(/script-src[^;]*unsafe/)
  })

  test('what has a hash in its name is kept for good, all else is asked for anew', async () => {
    const [asset] = readdirSync(join(nginx.site, 'assets/css'))
    expect(await cacheControl(`/assets/css/${asset}`)).toBe('public, max-age=31536000, immutable')
    for (const path of [
      '/',
      '/service-worker.js',
      '/offline.js',
      '/version.json',
      '/handbook.pdf',
    ]) {
      expect(await cacheControl(path), path).toBe('no-cache')
    }
  })

  test('a page that has not changed is not sent again', async () => {
    const etag = (await fetch(origin)).headers.get('etag')!
    const again = await fetch(origin, {headers: {'if-none-match': etag}})
    expect(again.status).toBe(304)
  })

  test('text is sent compressed', async () => {
    const {headers} = await fetch(`${origin}/runbooks/split-brain`)
    expect(headers.get('content-encoding')).toBe('gzip')
    expect(headers.get('content-type')).toBe('text/html; charset=utf-8')
  })

  test.each([
    ['/runbooks/triage/', '/runbooks/triage'],
    ['/de/runbooks/triage/', '/de/runbooks/triage'],
    ['/de', '/de/'],
  ])('a page has one address: %s leads to %s', async (other, address) => {
    const answer = await fetch(origin + other, {redirect: 'manual'})
    expect([answer.status, answer.headers.get('location')]).toEqual([301, address])
    expect((await fetch(origin + address, {redirect: 'manual'})).status).toBe(200)
  })

  test.each(['/nowhere', '/_headers', '/.git/config', '/assets/../../nginx.conf'])(
    '%s is not there',
    async (path) => {
      const answer = await fetch(origin + path)
      expect(answer.status).toBe(404)
    },
  )

  test('nothing can be written', async () => {
    for (const method of ['POST', 'PUT', 'DELETE']) {
      expect((await fetch(`${origin}/`, {method})).status, method).toBeGreaterThanOrEqual(403)
    }
  })

  test.each(['/runbooks/split-brain', '/standalone/split-brain.html'])(
    '%s steps, and the browser finds nothing against the policy',
    async (path) => {
      const browser = await launch()
      const page = await browser.newPage()
      const complaints: string[] = []
      page.on('console', (message) => {
        if (message.type() === 'error') complaints.push(message.text())
      })
      await page.goto(origin + path)
      await page.getByRole('button', {name: 'The identifiers have diverged'}).click()
      await page.getByRole('heading', {name: 'Keep them apart'}).waitFor()
      expect(complaints).toEqual([])
      await browser.close()
    },
  )

  async function cacheControl(path: string): Promise<string | null> {
    return (await fetch(origin + path)).headers.get('cache-control')
  }
})

test('static hosts are told the same headers', () => {
  const [everywhere] = readFileSync(join(root, 'static/_headers'), 'utf8').split('\n/assets/')
  const told = [...everywhere!.matchAll(/^ {2}([\w-]+): (.*)$/gm)].map(([, name, value]) => [
    name,
    value,
  ])
  const ours = readFileSync(join(root, 'hosting/nginx/headers.conf'), 'utf8')
  const sent = [...ours.matchAll(/^add_header ([\w-]+) "?(.*?)"? always;$/gm)].map(
    ([, name, value]) => [name, value],
  )
  expect(told).toEqual(expect.arrayContaining(sent))
  expect(sent).toHaveLength(6)
})

function pages(site: string): string[] {
  return readdirSync(site, {recursive: true, encoding: 'utf8'})
    .filter((path) => path.endsWith('.html') && !/^(\w\w\/)?standalone\//.test(path))
    .map((path) => join(site, path))
}
