/**
 * How the cost of a page grows with its length, depth, includes and definitions, from text to
 * mdast. Run it with `npx tsx bench/growth.ts`.
 */
import type {Growth} from './growth-run.ts'
import {inFreshProcess} from './in-fresh-process.ts'

const growths = inFreshProcess<Growth[]>('growth-run.ts', [])
for (const {what, points, exponent} of growths) {
  const costs = points.map(({count, seconds}) => `${count}: ${(seconds * 1000).toFixed(0)}`)
  process.stdout.write(`${exponent.toFixed(2)}  ${what}  (ms: ${costs.join(', ')})\n`)
}
