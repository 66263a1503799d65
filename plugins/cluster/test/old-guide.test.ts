import {readFileSync, readdirSync} from 'node:fs'
import {type Runbook, lint, planOf} from '@handrail/runbook'
import {type CheckReport, type Counterexample, check} from '@handrail/runbook/check'
import {describe, expect, it} from 'vitest'
import {readMarkdown} from '../../runbook/test/markdown.ts'
import {cluster} from '../src/index.ts'

/*
 * What the guide of 2016 advised, as runbooks. A checker that finds nothing wrong with it is broken:
 * of each piece of advice it is known what it costs.
 */
const folder = new URL('fixtures/old-guide/', import.meta.url)

function readFixture(file: string): Runbook {
  const page = readFileSync(new URL(file, folder), 'utf8')
  const {runbook, messages} = readMarkdown(page, {path: `runbooks/${file}`, vocabulary: cluster})
  if (!runbook || messages.length > 0) throw new Error(`${file}: ${messages.join('; ')}`)
  return runbook
}

const runbooks = readdirSync(folder).map((file) => readFixture(file))

const found = (() => {
  let report: CheckReport | undefined
  return () => (report ??= check(cluster, runbooks.map(planOf), {faults: 2}))
})()

const reportOf = (name: string) => found().runbooks.find(({runbook}) => runbook === name)!

/** What goes wrong with a piece of advice, and how it comes about. */
interface Prediction {
  readonly advice: string
  readonly runbook: string
  readonly property: string
  readonly step: string
  readonly reason: string | RegExp
  /** What had happened: the shortest way there. */
  readonly after: string
  /** What the responder saw and did, as far as it matters. */
  readonly told: readonly string[]
}

const predictions: readonly Prediction[] = [
  {
    advice: 'promoting the node that counts fewer blocks loses the newest data',
    runbook: 'both-secondary',
    property: 'P2',
    step: 'let-them-synchronize',
    reason: /`repair the network` .* loses 1 acknowledged write/,
    after:
      'The heartbeat network fails; then 300 seconds pass; then the replication network fails; then clients write; then the heartbeat network comes back.',
    told: ['be2: oos=0, be1: oos=some', 'drbdadm primary pc0 on be2.'],
  },
  {
    advice: 'promoting one of two Secondary nodes, while keepalived may do the same on the other',
    runbook: 'both-secondary',
    property: 'P3',
    step: 'promote-it',
    reason: /without evidence.* be2 Secondary, unmounted and with keepalived stopped/,
    after:
      'The heartbeat network fails; then 300 seconds pass; then the heartbeat network comes back.',
    told: ['drbdadm primary pc0 on be1.'],
  },
  {
    advice: 'wiping the metadata of a device that is still up is refused',
    runbook: 'both-secondary',
    property: 'P7',
    step: 'reset-the-other-node',
    reason: /`drbdadm wipe-md pc0` on be2 is refused \(20 /,
    after:
      'The disk of be1 fails; then both networks between the hosts fail; then the heartbeat network comes back.',
    told: [
      'drbdadm primary pc0 on be1: refused (-2).',
      'drbdadm wipe-md pc0 on be2: refused (20).',
    ],
  },
  {
    advice: 'nobody made sure that the lost primary is really off',
    runbook: 'primary-lost',
    property: 'P3',
    step: 'promote-it',
    reason: /without evidence\. Nobody made sure that be1 is off/,
    after: 'Be1 loses power.',
    told: ['drbdadm primary pc0 on be2.'],
  },
  {
    advice: 'UpToDate/DUnknown was stale, and the good data goes when its host returns',
    runbook: 'primary-lost',
    property: 'P2',
    step: 'bring-the-lost-node-back',
    reason: /`power on HOST` on be1 loses 1 acknowledged write/,
    after: 'The replication network fails; then clients write; then be1 loses power.',
    told: ['be2: ds=UpToDate, be2: peer-ds=DUnknown', 'drbdadm primary pc0 on be2', 'power on be1'],
  },
  {
    advice: 'a returning primary that does not hear its peer does take over',
    runbook: 'returning-primary',
    property: 'P4',
    step: 'serving-on-the-other-node',
    reason: 'The service is not up.',
    after: 'The heartbeat network fails; then be1 loses power.',
    told: ['power on be1.'],
  },
  {
    advice: 'another machine in place of the lost one takes the only good copy with it',
    runbook: 'primary-lost-inconsistent',
    property: 'P2',
    step: 'bring-up-another-machine',
    reason: /`replace HOST with a new machine` on be1 loses 1 acknowledged write/,
    after:
      'The replication network fails; then clients write; then the replication network comes back; then be1 loses power.',
    told: ['be2: ds=Inconsistent, be1: reach=no', 'replace be1 with a new machine'],
  },
  {
    advice: 'nobody made sure that the lost machine stays off when another takes its name',
    runbook: 'primary-lost-inconsistent',
    property: 'P3',
    step: 'bring-up-another-machine',
    reason: /`replace HOST with a new machine` on be2 without evidence\. Nobody made sure that be2/,
    after: 'Be1 loses power; then be1 boots; then be2 loses power.',
    told: ['replace be2 with a new machine'],
  },
  {
    advice: 'the shipped policies settle a split brain by throwing data away',
    runbook: 'split-brain',
    property: 'P2',
    step: 'repair-the-network',
    reason: /`repair the network` .* loses 1 acknowledged write/,
    after: 'Both networks between the hosts fail; then clients write.',
    told: ['repair the network on elsewhere.'],
  },
  {
    advice: 'and who gave up waiting for them finds it lost',
    runbook: 'split-brain',
    property: 'P5',
    step: 'escalate-not-settled',
    reason: 'It gives up after acknowledged work was lost.',
    after: 'Both networks between the hosts fail; then clients write.',
    told: ['repair the network on elsewhere.'],
  },
  {
    advice: 'restarting DRBD on the backup reconnects it after a split brain',
    runbook: 'backup-lost',
    property: 'P2',
    step: 'restart-drbd-on-the-backup',
    reason: /`drbdadm up pc0` on be1 loses 1 acknowledged write/,
    after:
      'Both networks between the hosts fail; then the replication network comes back; then the heartbeat network comes back.',
    told: ['be2: peer-ds=DUnknown', 'drbdadm down pc0 on be1; drbdadm up pc0 on be1.'],
  },
  {
    advice: 'backup-recover and master-recover leave the virtual IP where it was',
    runbook: 'recover-in-tandem',
    property: 'P4',
    step: 'serving-on-the-other-node',
    reason: 'The service is not up.',
    after: 'Everything is well.',
    told: ['chef-server-ctl backup-recover on be1; chef-server-ctl master-recover on be2.'],
  },
  {
    advice: 'two Secondary nodes are healthy disks and no service',
    runbook: 'is-it-healthy',
    property: 'P4',
    step: 'done-healthy',
    reason: 'The service is not up.',
    after:
      'The heartbeat network fails; then 300 seconds pass; then the heartbeat network comes back.',
    told: ['be1: ro=Secondary, be2: ro=Secondary'],
  },
  {
    advice: 'all checks of ha-status pass while nothing is replicated',
    runbook: 'all-checks-passed',
    property: 'P4',
    step: 'done-all-is-well',
    reason: 'The data is in one place only.',
    after: 'The replication network fails.',
    told: ['be1: status=master, be2: status=backup'],
  },
  {
    advice: 'keepalived is not started again where it was stopped',
    runbook: 'graceful-transition',
    property: 'P4',
    step: 'done-it-has-moved',
    reason: 'A failure would not be answered: there is no standby.',
    after: 'Everything is well.',
    told: ['chef-server-ctl stop keepalived on be1.'],
  },
]

const isAt =
  ({property, step}: Prediction) =>
  (one: Counterexample): boolean =>
    one.property === property && one.step === step

// Two faults of the whole cluster: several seconds, the first time somebody asks.
describe('the advice of the old guide', {timeout: 120_000}, () => {
  it.each(predictions)('$runbook, $property: $advice', (prediction) => {
    const {counterexamples} = reportOf(prediction.runbook)
    const one = counterexamples.find(isAt(prediction))
    expect(one, prediction.advice).toBeDefined()
    expect(one!.reason).toMatch(prediction.reason)
    expect(one!.story[0]).toBe(prediction.after)
    let from = 1
    for (const words of prediction.told) {
      const at = one!.story.findIndex((line, index) => index >= from && line.includes(words))
      expect(at, `${words} in ${one!.story.join('\n')}`).toBeGreaterThan(0)
      from = at
    }
  })

  it('does not say what it destroys, which lint notices', () => {
    const understated = runbooks.flatMap((runbook) =>
      lint(runbook, {vocabulary: cluster})
        .filter(({ruleId}) => ruleId === 'effect-understated')
        .map(({reason}) => `${runbook.name}: ${/on `(.*?)`/.exec(reason)?.[1]}`),
    )
    expect(understated).toEqual([
      'both-secondary: drbdadm wipe-md pc0',
      'both-secondary: drbdadm create-md pc0',
      'primary-lost-inconsistent: replace HOST with a new machine',
      'primary-lost-inconsistent: drbdadm create-md pc0',
      'primary-lost-inconsistent: drbdadm primary --force pc0',
    ])
  })

  it('holds in no runbook', () => {
    const flawless = found().runbooks.filter(({counterexamples}) => counterexamples.length === 0)
    expect(flawless).toEqual([])
  })
})
