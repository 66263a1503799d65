/**
 * How long a responder waits for a runbook on a slow line and a slow device, and for what. Build the
 * site, then run it with `npx tsx bench/page-speed.ts`.
 */
import {readFile} from 'node:fs/promises'
import {createServer} from 'node:http'
import type {AddressInfo} from 'node:net'
import {extname, join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {gzipSync} from 'node:zlib'
import type {Browser} from 'playwright-core'
import {launch} from '../test/browser/launch.ts'

const built = fileURLToPath(new URL('../build', import.meta.url))
const rounds = 5

interface Line {
  readonly name: string
  /** Bits a second, both ways. */
  readonly rate: number
  /** Milliseconds each request waits. */
  readonly latency: number
  /** How many times slower the processor is. */
  readonly slowdown: number
}

/** Milliseconds since the address was opened; layout shift is a sum of fractions of the screen. */
interface Timing {
  readonly readable: number
  readonly stepping: number
  readonly hydrated: number
  readonly shift: number
  /** What had arrived when the first step could be read. */
  readonly scriptsBefore: number
}

const lines: readonly Line[] = [
  {name: '1.6 Mbit/s, 150 ms, processor 4 times slower', rate: 1.6e6, latency: 150, slowdown: 4},
  {name: '400 kbit/s, 2 s', rate: 400e3, latency: 2000, slowdown: 1},
]

const server = createServer((request, response) => {
  void answer(request.url ?? '/').then(({status, type, body}) => {
    response.writeHead(status, {'content-type': type, 'content-encoding': 'gzip'})
    response.end(body)
  })
})
let isWithin = true

async function main(): Promise<void> {
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const site = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const browser = await launch()
  for (const line of lines) {
    const timings: Timing[] = []
    for (let round = 0; round < rounds; round++) timings.push(await measure(browser, site, line))
    report(line, timings)
  }
  await browser.close()
  server.close()
  process.exitCode = isWithin ? 0 : 1
}

function report({name}: Line, timings: readonly Timing[]): void {
  const best = (of: keyof Timing): number => Math.min(...timings.map((timing) => timing[of]))
  const worstShift = Math.max(...timings.map(({shift}) => shift))
  const isFast = name.startsWith('1.6')
  const limit = (within: boolean, text: string): string => {
    isWithin &&= within
    return `${text}${within ? '' : '  OVER'}`
  }
  const readable = best('readable')
  const stepping = best('stepping')
  const texts = [
    name,
    limit(!isFast || readable <= 1000, `  first step readable  ${readable.toFixed(0)} ms`),
    limit(!isFast || stepping <= 3000, `  stepper works        ${stepping.toFixed(0)} ms`),
    limit(stepping < best('hydrated'), `  Docusaurus is ready  ${best('hydrated').toFixed(0)} ms`),
    limit(best('scriptsBefore') === 0, `  scripts before it    ${best('scriptsBefore')}`),
    limit(worstShift <= 0.02, `  layout shift, worst  ${worstShift.toFixed(4)}`),
  ]
  process.stdout.write(`${texts.join('\n')}\n`)
}

/** Opens a runbook once, as someone who has never been there. */
async function measure(
  browser: Browser,
  site: string,
  {rate, latency, slowdown}: Line,
): Promise<Timing> {
  const context = await browser.newContext({
    viewport: {width: 360, height: 740},
    serviceWorkers: 'block',
  })
  const page = await context.newPage()
  const devtools = await context.newCDPSession(page)
  const throughput = rate / 8
  await devtools.send('Network.enable')
  await devtools.send('Network.emulateNetworkConditions', {
    offline: false,
    latency,
    downloadThroughput: throughput,
    uploadThroughput: throughput,
  })
  await devtools.send('Emulation.setCPUThrottlingRate', {rate: slowdown})
  await page.addInitScript(watch)
  await page.goto(`${site}/runbooks/split-brain`, {timeout: 120_000})
  await page.waitForFunction(() => (window as unknown as Watched).timing.hydrated > 0)
  await page.waitForTimeout(500)
  const timing = await page.evaluate(() => {
    const {timing: found} = window as unknown as Watched
    const scripts = performance
      .getEntriesByType('resource')
      .filter((entry) => (entry as PerformanceResourceTiming).initiatorType === 'script')
    const before = scripts.filter(
      (entry) => (entry as PerformanceResourceTiming).responseEnd <= found.readable,
    )
    return {...found, scriptsBefore: before.length}
  })
  await context.close()
  return timing
}

interface Watched {
  timing: {readable: number; stepping: number; hydrated: number; shift: number}
}

/** Runs in the page before anything else of it. */
function watch(): void {
  const timing = {readable: 0, stepping: 0, hydrated: 0, shift: 0}
  Object.assign(window, {timing})
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      if (entry.name === 'first-contentful-paint') timing.readable = entry.startTime
    }
  }).observe({type: 'paint', buffered: true})
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      timing.shift += (entry as PerformanceEntry & {value: number}).value
    }
  }).observe({type: 'layout-shift', buffered: true})
  void customElements.whenDefined('handrail-runbook').then(() => {
    timing.stepping = performance.now()
  })
  new MutationObserver(() => {
    const isReady = document.documentElement.dataset['hasHydrated'] === 'true'
    if (isReady && timing.hydrated === 0) timing.hydrated = performance.now()
  }).observe(document, {subtree: true, attributes: true, attributeFilter: ['data-has-hydrated']})
}

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
}

/** A file of the built site, compressed as a server would send it. */
async function answer(url: string): Promise<{status: number; type: string; body: Buffer}> {
  const path = new URL(url, 'http://site').pathname
  const file = join(built, extname(path) ? path : join(path, 'index.html'))
  try {
    const type = types[extname(file)] ?? 'application/octet-stream'
    return {status: 200, type, body: gzipSync(await readFile(file))}
  } catch {
    return {status: 404, type: 'text/plain', body: gzipSync('not found')}
  }
}

void main()
