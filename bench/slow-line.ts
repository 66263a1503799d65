import {readFile} from 'node:fs/promises'
import {createServer} from 'node:http'
import type {AddressInfo} from 'node:net'
import {extname, join} from 'node:path'
import {gzipSync} from 'node:zlib'
import type {Browser} from 'playwright-core'

/** A line and a device that a reader may have. */
export interface Line {
  readonly name: string
  /** Bits a second, both ways. */
  readonly rate: number
  /** Milliseconds each request waits. */
  readonly latency: number
  /** How many times slower the processor is. */
  readonly slowdown: number
}

export const mobile: Line = {
  name: '1.6 Mbit/s, 150 ms, processor 4 times slower',
  rate: 1.6e6,
  latency: 150,
  slowdown: 4,
}

export const satellite: Line = {
  name: '400 kbit/s, 2 s',
  rate: 400e3,
  latency: 2000,
  slowdown: 1,
}

/** One visit. Times are milliseconds since the address was opened. */
export interface Visit {
  /** The first text or picture. */
  readonly readable: number
  /** When runbooks step; nothing on a page without one. */
  readonly stepping?: number
  /** When Docusaurus' own script had taken over; nothing on pages of other generators. */
  readonly hydrated?: number
  /** When nothing more was under way. */
  readonly settled: number
  /** A sum of fractions of the screen. */
  readonly shift: number
  /** Scripts that had arrived when the page could be read. */
  readonly scriptsBefore: number
  readonly requests: number
  /** Bytes of all bodies, compressed. */
  readonly bytes: number
}

/** Serves a folder as a server would that compresses what it sends. */
export async function serveCompressed(folder: string): Promise<{url: string; stop(): void}> {
  const server = createServer((request, response) => {
    void fileAt(folder, request.url ?? '/').then(({status, type, body}) => {
      response.writeHead(status, {'content-type': type, 'content-encoding': 'gzip'})
      response.end(body)
    })
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return {url, stop: () => server.close()}
}

/** Opens a page once, on a phone, as someone who has never been there. */
export async function visit(browser: Browser, line: Line, address: string): Promise<Visit> {
  const context = await browser.newContext({
    viewport: {width: 360, height: 740},
    serviceWorkers: 'block',
  })
  const page = await context.newPage()
  const devtools = await context.newCDPSession(page)
  const throughput = line.rate / 8
  await devtools.send('Network.enable')
  await devtools.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: line.latency,
    downloadThroughput: throughput,
    uploadThroughput: throughput,
  })
  await devtools.send('Emulation.setCPUThrottlingRate', {rate: line.slowdown})
  await page.addInitScript(watch)
  await page.goto(address, {timeout: 120_000, waitUntil: 'networkidle'})
  // The last files may have come with much to do.
  await page.waitForTimeout(1000)
  const result = await page.evaluate(visited)
  await context.close()
  return result
}

interface Watched {
  marks: {readable: number; shift: number; stepping?: number; hydrated?: number}
}

/** Runs in the page before anything else of it. */
function watch(): void {
  const marks: Watched['marks'] = {readable: 0, shift: 0}
  Object.assign(window, {marks})
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      if (entry.name === 'first-contentful-paint') marks.readable = entry.startTime
    }
  }).observe({type: 'paint', buffered: true})
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      marks.shift += (entry as PerformanceEntry & {value: number}).value
    }
  }).observe({type: 'layout-shift', buffered: true})
  void customElements.whenDefined('handrail-runbook').then(() => {
    marks.stepping = performance.now()
  })
  new MutationObserver(() => {
    const isReady = document.documentElement.dataset['hasHydrated'] === 'true'
    if (isReady) marks.hydrated ??= performance.now()
  }).observe(document, {subtree: true, attributes: true, attributeFilter: ['data-has-hydrated']})
}

/** Runs in the page when all has come. */
function visited(): Visit {
  const {marks} = window as unknown as Watched
  const [page] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[]
  const resources = performance.getEntriesByType('resource') as PerformanceResourceTiming[]
  const scripts = resources.filter(({initiatorType}) => initiatorType === 'script')
  return {
    ...marks,
    settled: Math.max(page!.loadEventEnd, ...resources.map(({responseEnd}) => responseEnd)),
    scriptsBefore: scripts.filter(({responseEnd}) => responseEnd <= marks.readable).length,
    requests: resources.length + 1,
    bytes: [page!, ...resources].reduce((total, {encodedBodySize}) => total + encodedBodySize, 0),
  }
}

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
}

async function fileAt(
  folder: string,
  url: string,
): Promise<{status: number; type: string; body: Buffer}> {
  const {pathname} = new URL(url, 'http://site')
  const file = join(folder, extname(pathname) ? pathname : join(pathname, 'index.html'))
  try {
    const type = types[extname(file)] ?? 'application/octet-stream'
    return {status: 200, type, body: gzipSync(await readFile(file))}
  } catch {
    return {status: 404, type: 'text/plain', body: gzipSync('not found')}
  }
}
