import {mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {planOf} from '@handrail/runbook'
import {siteRunbooks} from '../plugins/cli/src/site-runbooks.ts'
import type {CheckerRun} from './checker-run.ts'
import {inFreshProcess} from './in-fresh-process.ts'

/*
 * npx tsx bench/checker.ts [FAULTS]: how fast states are reached and runbooks followed, in one
 * process with no limit to its memory (`handrail verify` shares the work between two). Three faults
 * take a minute and a half of processor time and 1.2 GB, two faults ten seconds.
 */
const faults = process.argv[2] ?? '3'
const folder = mkdtempSync(join(tmpdir(), 'handrail-bench-'))
const plans = join(folder, 'plans.json')
writeFileSync(plans, JSON.stringify(siteRunbooks('.').runbooks.map(planOf)))
const run = inFreshProcess<CheckerRun>('checker-run.ts', [faults, plans])
rmSync(folder, {recursive: true})
const perSecond = (count: number, seconds: number): string =>
  Math.round(count / seconds).toLocaleString('en')

console.log(`${faults} faults, one process`)
console.log(
  `${run.states.toLocaleString('en')} states reached in ${run.reaching.toFixed(1)} s of CPU`,
)
console.log(`  ${perSecond(run.states, run.reaching)} states a second`)
console.log(`  ${perSecond(run.transitions, run.reaching)} transitions a second`)
console.log(
  `${run.steps.toLocaleString('en')} steps of runbooks in ${run.checking.toFixed(1)} s of CPU`,
)
console.log(`  ${perSecond(run.steps, run.checking)} steps a second`)
console.log(`${Math.round(run.memory)} MB at most`)
