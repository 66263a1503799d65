/** What takes longer than the gate may: `npm run nightly`, after `npm run build`. Names what failed. */
import {spawnSync} from 'node:child_process'

interface Night {
  readonly name: string
  readonly command: readonly string[]
  readonly environment?: Readonly<Record<string, string>>
}

const handrail = 'node_modules/.bin/handrail'
const unit = ['npx', 'vitest', 'run', '--project', 'unit']

const nights: readonly Night[] = [
  {
    name: 'a million mutated inputs',
    command: [...unit, 'plugins/rst/test/fuzz.test.ts'],
    environment: {FUZZ_COUNT: '1000000'},
  },
  {
    name: 'output mangled two hundred thousand times',
    command: [...unit, 'plugins/cluster/test/read/fuzz.test.ts'],
    environment: {READ_FUZZ_ROUNDS: '100'},
  },
  {
    name: 'every runbook after three faults',
    command: ['node', handrail, 'verify', '--faults', '3'],
  },
  {
    name: 'every runbook after four faults',
    command: ['node', handrail, 'verify', '--faults', '4'],
  },
  {
    name: 'every error that can be planted in a runbook',
    command: [...unit, 'test/unit/planted-errors.test.ts'],
    environment: {PLANTED_ERRORS: 'all'},
  },
  {
    name: 'no stale page in two thousand edits',
    command: [...unit, 'plugins/docusaurus-plugin-rst/test/stale-pages.test.ts'],
    environment: {STALE_PAGES: 'all'},
  },
  {
    name: 'no stale page in builds one after another',
    command: ['npx', 'tsx', 'test/nightly/warm-builds.ts'],
  },
  {
    name: 'the pages of the Chef tree, built',
    command: ['npx', 'vitest', 'run', 'test/conformance/chef-site.test.ts'],
    environment: {HANDRAIL_NIGHTLY: '1'},
  },
  {
    name: 'every step of every runbook, looked at by axe',
    command: ['npx', 'vitest', 'run', '--project', 'browser', 'test/browser/accessible.test.ts'],
    environment: {EVERY_RUNBOOK: '1'},
  },
  {name: 'the example for Astro', command: ['npx', 'tsx', 'test/nightly/astro-example.ts']},
  {name: 'two builds of one commit', command: ['npx', 'tsx', 'test/nightly/reproducible-build.ts']},
]

const wanted = process.argv.slice(2)
const ended: string[] = []
for (const {name, command, environment} of nights) {
  if (wanted.length > 0 && !wanted.some((word) => name.includes(word))) continue
  console.log(`\n=== ${name}`)
  const started = performance.now()
  const [program, ...words] = command
  const env = {...process.env, ...environment}
  const ok = spawnSync(program!, words, {stdio: 'inherit', env}).status === 0
  const minutes = ((performance.now() - started) / 60_000).toFixed(1)
  ended.push(`${ok ? 'ok    ' : 'FAILED'}  ${name}  (${minutes} min)`)
  if (!ok) process.exitCode = 1
}
console.log(`\n${ended.join('\n')}`)
