import {spawnSync} from 'node:child_process'
import {mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {type Verification, parseVerification} from '@handrail/runbook/verified'
import type {CheckReport} from '@handrail/runbook/check'
import {afterAll, beforeEach, describe, expect, test, vi} from 'vitest'

// Each test starts the command, which follows a runbook through the whole cluster.
vi.setConfig({testTimeout: 60_000})

const command = fileURLToPath(new URL('../bin/handrail.mjs', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'handrail-'))
const page = join(folder, 'docs/runbooks/handover.md')
const keptFile = join(folder, 'docs/runbooks/verified.json')
afterAll(() => rmSync(folder, {recursive: true, force: true}))

const handover = `---
runbook: handover
hosts: [be1, be2]
roles: [LAST, NEXT]
covers:
  - "LAST: vrrp=master and ro=Primary and cs=Connected and ds=UpToDate and NEXT: vrrp=backup and ds=UpToDate"
time: 5 minutes
needs: [root on both hosts]
owner: operations
reviewed: 2026-11-23
---
# Hand over

## Which one is the master?

\`\`\`sh on=each effect=read
cat /proc/drbd; ip addr show; chef-server-ctl status; ls /var/opt/opscode/keepalived
\`\`\`

- \`LAST: ro=Primary and vip=yes and services=up and NEXT: ro=Secondary\` The Primary → [Stop keepalived there](#stop-keepalived-there)
- \`else\` Something else → [Escalate: not now](#escalate-not-now)

## Stop keepalived there

\`\`\`sh on=LAST effect=change
chef-server-ctl stop keepalived
\`\`\`

\`\`\`sh on=each effect=read
cat /proc/drbd; ip addr show; chef-server-ctl status
\`\`\`

- \`NEXT: ro=Primary and vip=yes and services=up\` The other one serves → [Start keepalived again](#start-keepalived-again)
- \`else\` It does not → [Escalate: not now](#escalate-not-now)

## Start keepalived again

\`\`\`sh on=LAST effect=change
chef-server-ctl start keepalived
\`\`\`

\`\`\`sh on=each effect=read
cat /proc/drbd; ip addr show; chef-server-ctl status; df -h; chef-server-ctl ha-status
\`\`\`

- \`NEXT: ro=Primary and vip=yes and services=up and status=master and LAST: vip=no and keepalived=running and status=backup and space=ok and ds=UpToDate\` It stands by → [Done: handed over](#done-handed-over)
- \`else\` It does not → [Escalate: not now](#escalate-not-now)

## Done: handed over

The other one serves.

## Escalate: not now

Ask somebody.
`

/** The step in which keepalived is started again is passed over. */
const hurried = handover.replace(
  'The other one serves → [Start keepalived again](#start-keepalived-again)',
  'The other one serves → [Done: handed over](#done-handed-over)',
)

function verify(...words: string[]) {
  const {stdout, stderr, status} = spawnSync(process.execPath, [command, 'verify', ...words], {
    cwd: folder,
    encoding: 'utf8',
  })
  return {stdout, stderr, status}
}

mkdirSync(join(folder, 'docs/runbooks'), {recursive: true})

beforeEach(() => {
  rmSync(keptFile, {force: true})
  writeFileSync(page, handover)
})

describe('handrail verify', () => {
  test('ends with 0 where every property holds, and says how far it is', () => {
    const {stdout, stderr, status} = verify('handover', '--faults', '1', '--jobs', '1')
    expect(stderr).toBe('Reaching states\n1/1 handover\n')
    expect(stdout).toMatch(/^Two-node .*: \d+ states within 1 faults\n\nhandover: \d+ states/)
    expect(stdout).toContain('holds P1 P2 P3 P4 P5 P6 P7 P8\n')
    expect(stdout).toMatch(/Escalate: \d+\.\d % always/)
    expect(status).toBe(0)
  })

  test('ends with 1 where one does not, and tells how it comes about', () => {
    writeFileSync(page, hurried)
    const {stdout, stderr, status} = verify('--faults', '1', '--jobs', '1')
    expect(stdout).toContain('P4 “Done: handed over”: A failure would not be answered')
    expect(stdout).toContain(
      '      Everything is well.\n      handover, “Which one is the master?”:',
    )
    expect(stdout).toContain('  unreached: “Start keepalived again”')
    expect(stderr).toContain('handrail: 1 way to go wrong')
    expect(status).toBe(1)
  })

  test('knows a runbook by its name only', () => {
    const {stdout, stderr, status} = verify('hand-over', '--faults', '1')
    expect(stderr).toContain('handrail: no runbook hand-over in .')
    expect(stdout).toBe('')
    expect(status).toBe(2)
  })

  test('tells what no model can follow', () => {
    writeFileSync(page, handover.replace('stop keepalived', 'halt keepalived'))
    const {stderr, status} = verify('handover', '--faults', '0')
    expect(stderr).toMatch(/handover\.md:\d+:1-.* error {2}Unexpected line `chef-server-ctl halt/)
    expect(stderr).toContain('handrail: 1 error in the text')
    expect(status).toBe(1)
  })

  test('prints data', () => {
    const {stdout} = verify('--faults', '1', '--jobs', '1', '--json')
    const report = JSON.parse(stdout) as CheckReport
    expect(report).toMatchObject({faults: 1, runbooks: [{runbook: 'handover'}]})
  })

  test('finds the same in two processes', () => {
    writeFileSync(page, hurried)
    const [one, two] = ['1', '2'].map((jobs) => {
      const {stdout} = verify('--faults', '2', '--jobs', jobs, '--json')
      return (JSON.parse(stdout) as CheckReport).runbooks[0]!
    })
    expect(two!.states).toBe(one!.states)
    expect(two!.ends).toEqual(one!.ends)
    // Steps that both processes come to count twice.
    const [first, second] = [one!, two!].map(({counterexamples}) =>
      counterexamples.map(({property, step, story}) => ({property, step, story})),
    )
    expect(second).toEqual(first)
  })
})

describe('handrail verify --write', () => {
  const kept = (): Verification => parseVerification(readFileSync(keptFile, 'utf8'))!

  test('keeps what was found, and later notices what has become worse', () => {
    expect(verify('--faults', '1', '--write').status).toBe(0)
    expect(kept().runbooks).toMatchObject([{runbook: 'handover', broken: []}])
    const lost = '`else` It does not → [Escalate: not now](#escalate-not-now)'
    writeFileSync(page, handover.replace('vip=yes and services=up` The other', 'vip=no` The other'))
    expect(readFileSync(page, 'utf8')).toContain(lost)
    const {stderr, status} = verify('--faults', '1')
    expect(stderr).toContain('other than verified.json: handover: Only 0 states can end in `Done:`')
    expect(stderr).toContain('The step start-keepalived-again is not reached any more.')
    expect(stderr).toContain('The step “Stop keepalived there” is not as it was checked.')
    expect(status).toBe(1)
  })

  test('wants all runbooks', () => {
    writeFileSync(join(folder, 'docs/runbooks/other.md'), handover.replace(': handover', ': other'))
    const {stderr, status} = verify('handover', '--faults', '1', '--write')
    rmSync(join(folder, 'docs/runbooks/other.md'))
    expect(stderr).toContain('--write keeps what was found about all runbooks: name none')
    expect(status).toBe(2)
  })
})

describe('handrail verify --against', () => {
  test('says in which states another version advised something else', () => {
    const before = join(folder, 'before.md')
    writeFileSync(before, hurried)
    const {stdout, status} = verify('handover', '--faults', '0', '--against', before)
    expect(stdout).toMatch(/^handover: other advice in \d+ of \d+ states\n/)
    expect(stdout).toContain('    - chef-server-ctl stop keepalived on be1 → [done]\n')
    expect(stdout).toContain(
      '    + chef-server-ctl stop keepalived on be1 → chef-server-ctl start keepalived on be1 → [done]\n',
    )
    expect(status).toBe(0)
  })

  test('finds no difference where only words have changed', () => {
    const before = join(folder, 'before.md')
    writeFileSync(before, handover.replaceAll('Hand over', 'Pass on'))
    expect(verify('handover', '--faults', '0', '--against', before).stdout).toMatch(
      /^handover: other advice in 0 of \d+ states\n$/,
    )
  })

  test('wants a file or a revision', () => {
    const {stderr, status} = verify('--against', 'nothing')
    expect(stderr).toContain('handrail: nothing is neither a file nor a revision of .')
    expect(status).toBe(2)
  })
})
