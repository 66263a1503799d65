import {spawnSync} from 'node:child_process'
import {mkdtempSync, readFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'

/** How many checks and tests ended how. */
interface Tally {
  passed: number
  failed: number
  skipped: number
}

/** One command of the gate. A command that is no test run counts as one. */
interface Step {
  name: string
  command: string[]
  tests?: boolean
}

const steps: Step[] = [
  {name: 'types', command: ['npm', 'run', 'check:types']},
  {name: 'lint', command: ['npm', 'run', 'check:lint']},
  {name: 'format', command: ['npm', 'run', 'check:format']},
  {name: 'unused exports', command: ['npm', 'run', 'check:exports']},
  {name: 'the shipped site', command: ['npm', 'run', 'build']},
  {name: 'tests', command: ['npx', 'vitest', 'run'], tests: true},
]

/** What parts of the tests need beside Node; each is named when it is not there. */
const tools = ['xz', 'pdftotext', 'pdffonts', 'qpdf', 'nginx', 'lynx', 'w3m']

const reports = mkdtempSync(join(tmpdir(), 'gate-'))
const total: Tally = {passed: 0, failed: 0, skipped: 0}
const ended: string[] = []

for (const step of steps) {
  const started = performance.now()
  const tally = step.tests ? testRun(step) : oneCheck(step)
  for (const key of ['passed', 'failed', 'skipped'] as const) total[key] += tally[key]
  const seconds = ((performance.now() - started) / 1000).toFixed(0)
  ended.push(`${tally.failed ? 'FAILED' : 'ok    '}  ${step.name}  (${seconds} s)`)
}
for (const tool of tools.filter((name) => !available(name))) {
  ended.push(`skipped  what needs ${tool}: it is not installed`)
  total.skipped += 1
}
if (!process.env['HANDRAIL_CONFORMANCE']) {
  ended.push('SKIPPED  CONFORMANCE: HANDRAIL_CONFORMANCE is not set')
  total.skipped += 1
}
console.log(`\n${ended.join('\n')}\n`)
console.log(`${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`)
process.exitCode = total.failed ? 1 : 0

function oneCheck(step: Step): Tally {
  const ok = run(step.name, step.command)
  return {passed: ok ? 1 : 0, failed: ok ? 0 : 1, skipped: 0}
}

function testRun(step: Step): Tally {
  const report = join(reports, 'tests.json')
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  const ok = run(step.name, [...step.command, ...reporters])
  const counted = readReport(report)
  // A run that broke off has failed even where every test it reached has passed.
  return !ok && counted.failed === 0 ? {...counted, failed: 1} : counted
}

function readReport(file: string): Tally {
  try {
    const report = JSON.parse(readFileSync(file, 'utf8'))
    return {
      passed: report.numPassedTests,
      failed: report.numFailedTests,
      skipped: report.numPendingTests + report.numTodoTests,
    }
  } catch {
    return {passed: 0, failed: 1, skipped: 0}
  }
}

function run(name: string, [command, ...words]: string[]): boolean {
  console.log(`\n=== ${name}`)
  return spawnSync(command!, words, {stdio: 'inherit'}).status === 0
}

function available(tool: string): boolean {
  return spawnSync('which', [tool], {stdio: 'ignore'}).status === 0
}
