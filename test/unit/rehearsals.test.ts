import {rehearsedCluster} from '@handrail/cluster/rehearsal'
import {vocabulary} from '@handrail/cluster/vocabulary'
import {planOf, readRunbooks} from '@handrail/runbook'
import {
  act,
  type Action,
  beginRehearsal,
  debrief,
  type Debrief,
  type Rehearsal,
} from '@handrail/runbook/rehearse'
import {siteReader, sitePages, siteSettings} from 'remark-rst/site'
import {describe, expect, it} from 'vitest'

const settings = siteSettings('.')
const reader = siteReader('.', settings)
const pages = sitePages('.', settings).filter((path) => path.startsWith('docs/runbooks/'))
const {runbooks} = readRunbooks(
  pages.flatMap((path) => reader.read(path) ?? []),
  {vocabulary},
)
const plans = runbooks.map(planOf)
const seeds = Array.from({length: 30}, (_, index) => index + 1)

const begin = (runbook: string, seed: number) =>
  beginRehearsal(rehearsedCluster, {seed, runbook}, plans)

describe.each(plans.map(({name}) => name))('%s', (name) => {
  it('can be rehearsed, whatever the seed', () => {
    expect(seeds.filter((seed) => begin(name, seed) === undefined)).toEqual([])
  })

  it('loses nothing when it is followed, and leads to a host that serves', () => {
    for (const seed of seeds.slice(0, 8)) {
      const {prospect} = debrief(begin(name, seed)!, plans)
      expect(prospect, `seed ${seed}`).toMatchObject({begun: name, lost: []})
      expect(['done', 'serving'], `seed ${seed}`).toContain(prospect!.outcome)
    }
  })
})

/** The rehearsal of a runbook in which just this has happened. */
function afterwards(runbook: string, past: readonly string[]): Rehearsal {
  const rehearsals = seeds.flatMap((seed) => begin(runbook, seed) ?? [])
  const found = rehearsals.find(
    ({scenario}) => scenario.past.map(({words}) => words).join() === past.join(),
  )
  if (!found) throw new Error(`${runbook} is never rehearsed after: ${past.join(', ')}`)
  return found as Rehearsal
}

/** What comes of lines such as `be1> drbdadm primary pc0`, and of numbers: seconds to wait. */
function comeOf(rehearsal: Rehearsal, script: readonly (string | number)[]): Debrief {
  const actions = script.map((line): Action => {
    if (typeof line === 'number') return {kind: 'wait', seconds: line}
    const [host = '', text = ''] = line.split('> ')
    return {kind: 'type', host, text}
  })
  return debrief(actions.reduce<Rehearsal>(act, rehearsal), plans)
}

describe('advice of the old guide, as it was written', () => {
  it('promote the host with the lower oos: the writes of the other are gone when they meet', () => {
    const bothSecondary = afterwards('both-secondary', [
      'the replication network fails',
      'keepalived is stopped on be2',
      'keepalived is stopped on be1',
    ])
    const {lost, left} = comeOf(bothSecondary, [
      'be1> cat /proc/drbd',
      'be2> cat /proc/drbd',
      'be2> drbdadm primary pc0',
      'be2> chef-server-ctl master-recover',
      60,
      'elsewhere> repair the replication network',
      60,
    ])
    expect(left[0]).toMatchObject({turn: 2, stepTitle: 'Join the disks first'})
    expect(lost).toMatchObject([{name: 'write 1 taken on be1', turn: 5, tooLate: {turn: 5}}])
    expect(lost[0]!.tooLate!.prospect).toMatchObject({lost: [], outcome: 'done'})
  })

  it('wipe the metadata of the other host: its own writes are gone', () => {
    const split = afterwards('split-brain', ['both networks between the hosts fail'])
    const {lost} = comeOf(split, [
      'be2> chef-server-ctl stop keepalived',
      60,
      'be2> drbdadm down pc0',
      'be2> drbdadm wipe-md pc0',
      'be2> drbdadm create-md pc0',
      'be2> drbdadm up pc0',
      'elsewhere> repair the network',
      120,
    ])
    expect(lost).toMatchObject([{name: 'write 2 taken on be2', turn: 6, tooLate: {turn: 6}}])
  })

  it('the survivor is UpToDate, so nothing is lost: the old host returns, and its writes go', () => {
    const stale = afterwards('stale-promotion', [
      'the replication network fails',
      'be1 loses power',
    ])
    const {lost, left} = comeOf(stale, [
      'be2> cat /proc/drbd',
      'elsewhere> power on be1',
      'elsewhere> repair the replication network',
      60,
    ])
    expect(left[0]).toMatchObject({turn: 1, stepTitle: 'Keep the serving host apart'})
    expect(lost).toMatchObject([{name: 'write 1 taken on be1', turn: 2, tooLate: {turn: 2}}])
  })

  it('promote by force in the middle of a resync: a risk at once, a loss when the disk returns', () => {
    const gone = afterwards('primary-lost-inconsistent', [
      'the replication network fails',
      'the replication network comes back',
      'be1 loses power',
    ])
    const {lost, story, left} = comeOf(gone, [
      'be2> drbdadm primary --force pc0',
      60,
      'elsewhere> power on be1',
      60,
    ])
    expect(left[0]).toMatchObject({turn: 0, runbook: 'primary-lost-inconsistent'})
    const risks = story.flatMap((event) => (event.kind === 'did' ? event.deed.unproven : []))
    expect(risks.map(({doc}) => doc)).toContain('Nobody made sure that be1 is off.')
    expect(lost).toMatchObject([{turn: 2, tooLate: {turn: 2}}])
  })
})

it('discarding on the host with the newer data loses it, with no copy taken first', () => {
  const split = afterwards('split-brain', [
    'both networks between the hosts fail',
    'both networks between the hosts come back',
  ])
  const {lost, left} = comeOf(split, ['be2> drbdadm connect --discard-my-data pc0', 60])
  expect(left[0]).toMatchObject({turn: 0, stepTitle: 'Keep them apart'})
  expect(lost).toMatchObject([
    {name: 'write 1 taken on be2', turn: 0, at: 0, tooLate: {turn: 0, at: 0}},
  ])
  expect(lost[0]!.tooLate!.prospect).toMatchObject({begun: 'split-brain', lost: []})
})
