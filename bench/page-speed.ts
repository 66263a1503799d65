/**
 * How long a responder waits for a runbook, and a reader for a page of the guide, on a slow line and
 * a slow device, and for what. Build the site, then run it with `npx tsx bench/page-speed.ts`.
 */
import {fileURLToPath} from 'node:url'
import {launch} from '../test/browser/launch.ts'
import {mobile, satellite, serveCompressed, type Visit, visit} from './slow-line.ts'

const built = fileURLToPath(new URL('../build', import.meta.url))
const rounds = 5
const runbook = '/runbooks/split-brain'
const guide = '/server/high-availability'

/** What is held: milliseconds, a sum of layout shifts, a number of scripts. */
interface Limits {
  readonly readable?: number
  readonly stepping?: number
  readonly scriptsBefore?: number
}

const cases: readonly {line: typeof mobile; path: string; limits: Limits}[] = [
  {line: mobile, path: runbook, limits: {readable: 1000, stepping: 3000}},
  {line: satellite, path: runbook, limits: {scriptsBefore: 0}},
  {line: mobile, path: guide, limits: {readable: 1000}},
]
const largestShift = 0.02

async function main(): Promise<void> {
  const server = await serveCompressed(built)
  const browser = await launch()
  for (const {line, path, limits} of cases) {
    const visits: Visit[] = []
    for (let round = 0; round < rounds; round++) {
      visits.push(await visit(browser, line, server.url + path))
    }
    print(`${path}, ${line.name}`)
    report(visits, limits)
  }
  await browser.close()
  server.stop()
}

/** Prints the best of some visits beside what it is held to, and the worst shift of the layout. */
function report(visits: readonly Visit[], limits: Limits): void {
  const best = (of: keyof Visit): number => Math.min(...visits.map((each) => each[of] ?? Infinity))
  const worstShift = Math.max(...visits.map(({shift}) => shift))
  const stepping = best('stepping')
  const hydrated = best('hydrated')
  row(
    'readable',
    `${best('readable').toFixed(0)} ms`,
    best('readable') <= (limits.readable ?? Infinity),
  )
  if (Number.isFinite(stepping)) {
    const isInTime = stepping <= Math.min(limits.stepping ?? Infinity, hydrated)
    row('stepper works', `${stepping.toFixed(0)} ms`, isInTime)
  }
  row('Docusaurus is ready', `${hydrated.toFixed(0)} ms`)
  const scripts = best('scriptsBefore')
  row('scripts before it', String(scripts), scripts <= (limits.scriptsBefore ?? Infinity))
  row('layout shift, worst', worstShift.toFixed(4), worstShift <= largestShift)
}

function row(what: string, figure: string, isWithin = true): void {
  print(`  ${what.padEnd(20)}${figure.padStart(10)}${isWithin ? '' : '  OVER'}`)
  if (!isWithin) process.exitCode = 1
}

function print(line: string): void {
  process.stdout.write(`${line}\n`)
}

void main()
