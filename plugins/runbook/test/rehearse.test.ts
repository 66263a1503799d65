import {describe, expect, it} from 'vitest'
import {guard, planOf, type Plan} from '../src/index.ts'
import {
  act,
  beginRehearsal,
  debrief,
  formatRehearsal,
  now,
  parseRehearsal,
  resumeRehearsal,
  type Rehearsal,
  type RehearsalLink,
  type RehearsedSystem,
} from '../src/rehearse/index.ts'
import type {Event, State} from './postgres/postgres-state.ts'
import {postgres} from './postgres/postgres-model.ts'
import {postgresRunbooks} from './postgres/runbooks.ts'

const plans: readonly Plan[] = postgresRunbooks().map(planOf)

/** pg1 serves and busy clients write; a second goes by without anything of its own. */
const system: RehearsedSystem<State, Event> = {
  ...postgres,
  initial: () => postgres.initial().slice(1),
  environment: (state) =>
    postgres.environment(state).filter(({event: {kind}}) => kind !== 'wait' && kind !== 'write'),
  scenarios: {
    failover: [{exchanged: false, events: [[{kind: 'crash', host: 'pg1'}, 60]]}],
    'two-primaries': [
      {
        exchanged: true,
        events: [
          [{kind: 'cut'}, 30],
          [{kind: 'promote', host: 'pg1'}, 30],
          [{kind: 'take-address', host: 'pg1'}, 60],
        ],
      },
    ],
  },
  work: ({acked}) => acked.map((write) => `write ${write}`),
}

function begin(runbook?: string, seed = 1): Rehearsal<State, Event> {
  const rehearsal = beginRehearsal(system, {seed, ...(runbook && {runbook})}, plans)
  if (!rehearsal) throw new Error(`No rehearsal of ${runbook}`)
  return rehearsal
}

const type = (rehearsal: Rehearsal<State, Event>, host: string, text: string) =>
  act(rehearsal, {kind: 'type', host, text})

const printed = ({turns}: Rehearsal<State, Event>) => turns.at(-1)!.output

const failover = [
  ['pg2', 'hostname; pg_ctl status; pg_controldata; ip addr show'],
  ['elsewhere', 'power off pg1'],
  ['pg2', 'pg_ctl status; pg_controldata'],
  ['pg2', '[ "$(hostname -s)" = pg2 ] && { pg_ctl promote; } || echo \'wrong host\''],
  ['pg2', 'ip addr add 192.0.2.10/24 dev eth0'],
] as const

describe('a scenario', () => {
  it('is the same for the same seed', () => {
    for (const seed of [0, 1, 2, 3, 123456789]) {
      expect(begin(undefined, seed).scenario).toEqual(begin(undefined, seed).scenario)
    }
  })

  it('is another one for another seed, sooner or later', () => {
    const stories = [1, 2, 3, 4, 5, 6, 7, 8].map((seed) =>
      begin(undefined, seed).scenario.past.map(({words}) => words),
    )
    expect(new Set(stories.map(String)).size).toBeGreaterThan(2)
  })

  it('is one of the system’s own for a runbook that has them, told backwards from the call', () => {
    const {past, world} = begin('failover').scenario
    expect(past.map(({words}) => words)).toEqual(['pg1 loses power'])
    expect(past[0]!.at).toBeLessThanOrEqual(-60)
    expect(world.at).toBe(0)
    expect(world.frames.at(-1)!.verdict.served).toBe(false)
  })

  it('is drawn for a runbook that has none, in a state that it covers', () => {
    const {world} = begin('standby-lost', 4).scenario
    expect(system.observe(world.state, 'pg1')['mode']).toBe('primary')
  })

  it('is none for a runbook that nobody knows', () => {
    expect(beginRehearsal(system, {seed: 1, runbook: 'nonsense'}, plans)).toBeUndefined()
  })
})

describe('a console', () => {
  it('prints what the system prints', () => {
    const rehearsal = type(begin('failover'), 'pg2', 'pg_ctl status')
    expect(printed(rehearsal)).toEqual([
      {kind: 'text', text: 'reach=yes\nrunning=yes\nmode=standby\naddress=no\nstreaming=no'},
    ])
  })

  it('says the system’s own words when something is refused, and nothing has changed', () => {
    const before = begin('failover')
    const after = type(before, 'pg2', 'pg_ctl start')
    expect(printed(after)).toEqual([{kind: 'text', text: 'another server is running\n'}])
    expect(after.turns[0]!.deeds[0]!.refused).toBe('1')
    expect(system.canonical(now(after).state)).toBe(system.canonical(now(before).state))
  })

  it('says of what it does not know that it does not know it', () => {
    expect(printed(type(begin('failover'), 'pg2', 'fdisk /dev/sda'))).toEqual([
      {kind: 'unknown', line: 'fdisk /dev/sda', advice: 'Did you mean `pg_ctl status`?'},
    ])
  })

  it('keeps a guarded block from running on the wrong host', () => {
    const command = plans
      .flatMap(({steps}) => steps.flatMap(({commands}) => commands))
      .find(({lines}) => lines.includes('pg_ctl promote'))!
    const hosts = {pg1: 'pg1', pg2: 'pg2'}
    const [block] = guard(command, {hosts, roles: {NEW: 'pg2'}, values: {}}).blocks
    const wrong = type(begin('failover'), 'pg1', block!.text)
    expect(printed(wrong)).toEqual([{kind: 'text', text: 'wrong host or refused: stop\n'}])
    expect(wrong.turns[0]!.deeds).toEqual([])
    const right = type(begin('failover'), 'pg2', block!.text)
    expect(right.turns[0]!.deeds.map(({text}) => text)).toEqual(['pg_ctl promote'])
  })

  it('stops a guarded block at the first line that is refused', () => {
    const text =
      '[ "$(hostname -s)" = pg2 ] && { pg_ctl start && pg_ctl promote; } || echo \'stop\''
    const {deeds, output} = type(begin('failover'), 'pg2', text).turns[0]!
    expect(deeds.map((deed) => deed.refused)).toEqual(['1'])
    expect(output.at(-1)).toEqual({kind: 'text', text: 'stop\n'})
  })

  it('carries out lines pasted together one after the other, as a shell does', () => {
    const {deeds} = type(begin('failover'), 'pg2', 'pg_ctl start\n# now\npg_ctl promote\n')
      .turns[0]!
    expect(deeds.map(({text, refused}) => [text, refused])).toEqual([
      ['pg_ctl start', '1'],
      ['pg_ctl promote', undefined],
    ])
  })

  it('takes the sentence of an action for the host it names', () => {
    const {deeds} = type(begin('failover'), 'elsewhere', 'power off pg1').turns[0]!
    expect(deeds[0]).toMatchObject({host: 'pg1', event: {kind: 'power-off', host: 'pg1'}})
  })
})

describe('the clock', () => {
  it('goes on by what a line takes, and by what the responder waits', () => {
    const rehearsal = act(type(begin('failover'), 'pg2', 'hostname'), {kind: 'wait', seconds: 60})
    expect(rehearsal.turns.map(({at}) => at)).toEqual([0, 5])
    expect(now(rehearsal).at).toBe(65)
  })

  it.each([[Number.NaN], [-5], [0.2]])(
    'waits at least a second, whatever a link says (%s)',
    (seconds) => {
      expect(now(act(begin('failover'), {kind: 'wait', seconds})).at).toBe(1)
    },
  )
})

describe('the debrief', () => {
  it('of a path along the runbook: nothing lost, served again, no departure', () => {
    const rehearsal = failover.reduce((so, [host, text]) => type(so, host, text), begin('failover'))
    const {lost, left, down, end} = debrief(rehearsal, plans)
    expect(lost).toEqual([])
    expect(left).toEqual([])
    expect(down.before).toBe(-rehearsal.scenario.past[0]!.at)
    expect(down.after).toBe(20)
    expect(end.verdict.served).toBe(true)
  })

  it('says what the runbook leads to', () => {
    expect(debrief(begin('failover'), plans).prospect).toMatchObject({
      begun: 'failover',
      outcome: 'serving',
      stepTitle: 'Serving: without a standby',
      lost: [],
    })
  })

  it('names a promotion without proof, where the path left the runbook, and what was asked for', () => {
    const rehearsal = type(begin('failover'), 'pg2', 'pg_ctl promote')
    expect(rehearsal.turns[0]!.deeds[0]!.unproven).not.toEqual([])
    const {left} = debrief(rehearsal, plans)
    expect(left).toMatchObject([
      {
        turn: 0,
        runbook: 'failover',
        stepTitle: 'Keep the old one off',
        wanted: [{text: 'power off pg1', host: 'pg1'}],
      },
    ])
  })

  it('names what was lost, when, and the moment it became too late', () => {
    const lines = [
      ['pg2', 'pg_ctl status'],
      ['pg2', 'pg_ctl stop'],
      ['elsewhere', 'repair the link'],
      ['pg2', 'pg_basebackup -R -D /data -h peer'],
      ['pg2', 'pg_ctl start'],
    ] as const
    const rehearsal = lines.reduce(
      (so, [host, text]) => type(so, host, text),
      begin('two-primaries'),
    )
    const {lost, story} = debrief(rehearsal, plans)
    expect(lost).not.toEqual([])
    expect(lost[0]).toMatchObject({turn: 3, at: 15, tooLate: {turn: 3, at: 15}})
    expect(lost[0]!.tooLate!.prospect!.lost).toEqual([])
    const kinds = story.filter(({at}) => at === 15).map(({kind}) => kind)
    expect(kinds).toEqual(expect.arrayContaining(['did', 'lost']))
  })

  it('tells the story in the order in which it happened', () => {
    const {story} = debrief(type(begin('failover'), 'pg2', 'pg_ctl promote'), plans)
    expect(story.map(({at}) => at)).toEqual(story.map(({at}) => at).sort((a, b) => a - b))
    expect(story.map(({kind}) => kind)).toEqual(
      expect.arrayContaining(['happened', 'called', 'did']),
    )
  })
})

describe('a link', () => {
  const played = failover.reduce((so, [host, text]) => type(so, host, text), begin('failover', 42))
  const rehearsal = act(played, {kind: 'wait', seconds: 90})

  const actionsOf = (link: RehearsalLink) =>
    resumeRehearsal(system, link, plans)!.rehearsal.turns.map(({action}) => action)

  it('leads to the same place again', () => {
    const link = parseRehearsal(formatRehearsal(rehearsal))!
    const resumed = resumeRehearsal(system, link, plans)!
    expect(resumed.isChanged).toBe(false)
    expect(resumed.rehearsal.turns.map(({action}) => action)).toEqual(
      rehearsal.turns.map(({action}) => action),
    )
    expect(debrief(resumed.rehearsal, plans)).toEqual(debrief(rehearsal, plans))
  })

  it('leads to what came of it when it is over', () => {
    expect(parseRehearsal(formatRehearsal(rehearsal, true))!.isOver).toBe(true)
    expect(parseRehearsal(formatRehearsal(rehearsal))!.isOver).toBe(false)
  })

  it('says when the rehearsal behind it has changed', () => {
    const fragment = formatRehearsal(rehearsal).replace(/v=\w+/, 'v=older')
    const link = parseRehearsal(fragment)!
    expect(resumeRehearsal(system, link, plans)!.isChanged).toBe(true)
  })

  it('carries what has a meaning in an address', () => {
    const odd = type(begin('failover'), 'elsewhere', 'echo "~ & = # % é\n"; pg_ctl status')
    const link = parseRehearsal(formatRehearsal(odd))!
    expect(actionsOf(link)).toEqual(odd.turns.map(({action}) => action))
  })

  it.each([[''], ['#some-heading'], ['#rehearsal?s=x'], ['#rehearsal?s=-1'], ['#rehearsal?s=1.5']])(
    'is none: %s',
    (fragment) => expect(parseRehearsal(fragment)).toBeUndefined(),
  )

  it('passes over what somebody broke', () => {
    const link = parseRehearsal('#rehearsal?s=7&a=9rm~wx~1%E0%A4%A~~0hostname')!
    expect(actionsOf(link)).toEqual([
      {kind: 'wait', seconds: Number.NaN},
      {kind: 'type', host: 'pg2', text: '%E0%A4%A'},
      {kind: 'type', host: 'pg1', text: 'hostname'},
    ])
  })
})
