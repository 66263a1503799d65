import {describe, expect, it} from 'vitest'
import {
  check,
  compareVersions,
  mergeReports,
  properties,
  reachStates,
  type CheckReport,
  type Reach,
} from '../src/check/index.ts'
import {lint} from '../src/index.ts'
import {readMarkdown} from './markdown.ts'
import {messageLine} from './outline.ts'
import {postgres} from './postgres/postgres-model.ts'
import {postgresRunbooks, type Planted} from './postgres/runbooks.ts'

const run = (planted?: Planted): CheckReport =>
  check(postgres, postgresRunbooks(planted), {faults: 3, triage: 'triage'})

const breaches = ({runbooks}: CheckReport) => [
  ...new Set(
    runbooks.flatMap(({counterexamples}) =>
      counterexamples.map(({property, runbook, step}) => `${property} ${runbook}#${step}`),
    ),
  ),
]

describe('runbooks that are right', () => {
  const report = run()

  it('lint clean', () => {
    const runbooks = postgresRunbooks()
    const all = new Map(runbooks.map((runbook) => [runbook.name, runbook]))
    for (const runbook of runbooks) {
      const messages = lint(runbook, {vocabulary: postgres, runbooks: all, date: '2026-12-01'})
      expect(messages.map(messageLine)).toEqual([])
    }
  })

  it('hold every property', () => {
    expect(breaches(report)).toEqual([])
    for (const {runbook, held} of report.runbooks) {
      const asked = properties.filter(({id}) => id !== 'P9' || runbook === 'triage')
      expect(held).toEqual(asked.map(({id}) => id))
    }
  })

  it('are followed from every state within the faults, in every setting', () => {
    expect(report).toMatchObject({system: 'PostgreSQL pair', faults: 3, settings: 2, undecided: 0})
    const triage = report.runbooks.find(({runbook}) => runbook === 'triage')!
    expect(triage.settings).toEqual([0, 1])
    expect(triage.states).toBeGreaterThan(report.states)
    expect(triage.escalating).toEqual([])
    expect(triage.mayEscalate).toBeGreaterThan(0)
  })

  it('name the steps that nothing led to', () => {
    const unreached = report.runbooks.flatMap(({runbook, unreached}) =>
      unreached.map((step) => `${runbook}#${step}`),
    )
    expect(unreached).toEqual([
      'failover#escalate-no-primary',
      'two-primaries#escalate-it-does-not-run',
    ])
  })

  it('get their danger marks from what the model would do on the wrong host', () => {
    const {dangers} = report.runbooks.find(({runbook}) => runbook === 'standby-lost')!
    expect(dangers).toEqual([
      {
        runbook: 'standby-lost',
        step: 'rebuild-it',
        destroys: false,
        destroysElsewhere: true,
        stopsService: true,
        dangers: [],
      },
    ])
  })
})

/** An error, and what has to find it: a property at a step, or a rule of the lint. */
const errors: [string, Planted, string[]][] = [
  [
    'a swapped host',
    {runbook: 'two-primaries', text: 'action on=DROP', by: 'action on=KEEP'},
    ['P9 two-primaries#escalate-it-does-not-run'],
  ],
  [
    'swapped answers',
    {
      runbook: 'failover',
      text: '`NEW: reach=yes and OLD: reach=no`',
      by: '`NEW: reach=no and OLD: reach=yes`',
    },
    ['P9 failover#keep-the-old-one-off'],
  ],
  [
    'a promotion with nothing known of the other host',
    {runbook: 'failover', text: '```action on=OLD effect=change\npower off HOST\n```\n\n', by: ''},
    ['P3 failover#promote-it', 'P3 failover#give-it-the-address'],
  ],
  [
    'a condition dropped',
    {runbook: 'failover', text: '`NEW: mode=standby` ', by: ''},
    ['mixed-choices'],
  ],
  [
    'an answer dropped',
    {
      runbook: 'failover',
      text: '- `both: reach=no` Neither answers → [Power them on](#power-them-on)\n',
      by: '',
    },
    ['P9 failover#escalate-no-primary'],
  ],
  [
    'an answer missing',
    {
      runbook: 'failover',
      text: '- `else` None → [Escalate: no primary](#escalate-no-primary)\n',
      by: '',
    },
    ['not-exhaustive'],
  ],
  [
    'states that triage does not cover',
    {runbook: 'triage', text: "covers: ['cluster: served=yes', ", by: 'covers: ['},
    ['P9 triage#what-do-both-hosts-show'],
  ],
  [
    'no copy before the data goes',
    {
      runbook: 'standby-lost',
      text: 'pg_dumpall -f /backup/all.sql',
      by: 'ip addr del 192.0.2.10/24 dev eth0',
    },
    ['P2 standby-lost#rebuild-it', 'destroy-without-copy'],
  ],
  [
    'data lost in a block that does not say so',
    {runbook: 'standby-lost', text: 'effect=destroy', by: 'effect=change'},
    ['effect-understated'],
  ],
  [
    'a refusal without a choice',
    {
      runbook: 'two-primaries',
      text: '```action on=DROP effect=change\npower off HOST\n```',
      by: '```sh on=KEEP effect=change\npg_ctl promote\n```',
    },
    ['P7 two-primaries#switch-the-other-one-off'],
  ],
  [
    'a question about what nobody looked at',
    {
      runbook: 'failover',
      text: 'pg_ctl status; pg_controldata; ip addr show\n```\n\n- `NEW: reach',
      by: 'pg_ctl status; ip addr show\n```\n\n- `NEW: reach',
    },
    ['P6 failover#which-hosts-answer', 'key-not-collected'],
  ],
  [
    'an outcome that is not true',
    {
      runbook: 'failover',
      text: 'Clients are served → [Serving: without a standby](#serving-without-a-standby)',
      by: 'Clients are served → [Done: both run](#done-both-run)',
    },
    ['P4 failover#done-both-run'],
  ],
  [
    'an outcome without service',
    {
      runbook: 'two-primaries',
      text: '[Give it the address](#give-it-the-address)',
      by: '[Serving: one primary](#serving-one-primary)',
    },
    ['P4 two-primaries#serving-one-primary'],
  ],
  [
    'a loop',
    {
      runbook: 'two-primaries',
      text: 'has the address → [Serving: one primary](#serving-one-primary)',
      by: 'has the address → [Switch the other one off](#switch-the-other-one-off)',
    },
    ['P1 two-primaries#switch-the-other-one-off'],
  ],
  [
    'a block that is not guarded',
    {
      runbook: 'failover',
      text: '```sh on=NEW effect=change\npg_ctl promote',
      by: '```sh on=NEW effect=read\npg_ctl promote',
    },
    ['P8 failover#promote-it', 'effect-understated'],
  ],
]

describe('roles on the way to another runbook', () => {
  const page = (name: string, roles: string, steps: string) =>
    readMarkdown(
      `---\nrunbook: ${name}\nhosts: [pg1, pg2]\nroles: [${roles}]\ncovers: ['cluster: served=yes']\n---\n\n${steps}`,
      {path: `${name}.md`},
    ).runbook!

  it('are carried if it has a name for them, and end there if it has none', () => {
    const first = (to: string) =>
      page('first', 'NEW', `## Who?\n\n- \`NEW=pg1\` pg1 → [on](${to}.md)\n`)
    const none = page('none', '', '## On\n\n- On → [last](last.md)\n')
    const last = page(
      'last',
      'NEW',
      '## Stop\n\n```sh on=NEW effect=change\npg_ctl stop\n```\n\n- `else` Stopped → [Escalate: so](#escalate-so)\n\n## Escalate: so\n',
    )
    const found = (to: string) =>
      breaches(check(postgres, [first(to), none, last], {faults: 0, only: ['first']}))
    expect(found('last')).toEqual([])
    expect(found('none')).toEqual(['P1 last#stop'])
  })
})

describe('a check in parts', () => {
  it('finds what the whole check finds', () => {
    const planted = errors[2]![1]
    const whole = run(planted)
    const parts = [0, 1, 2].map((index) =>
      check(postgres, postgresRunbooks(planted), {
        faults: 3,
        triage: 'triage',
        part: {index, of: 3},
      }),
    )
    const merged = mergeReports(parts as [CheckReport, CheckReport, CheckReport])
    expect(breaches(merged).sort()).toEqual(breaches(whole).sort())
    merged.runbooks.forEach((report, index) => {
      const {states, settings, held, unreached, dangers, counterexamples} = whole.runbooks[index]!
      expect(report).toMatchObject({states, settings, held, unreached})
      expect(report.dangers).toHaveLength(dangers.length)
      expect(report.counterexamples.map(({length}) => length).sort()).toEqual(
        counterexamples.map(({length}) => length).sort(),
      )
    })
  })
})

describe('planted errors', () => {
  it.each(errors)('%s', (_name, error, expected) => {
    const runbooks = postgresRunbooks(error)
    const rules = runbooks.flatMap((runbook) =>
      lint(runbook, {vocabulary: postgres}).map(({ruleId}) => ruleId),
    )
    expect([...breaches(run(error)), ...rules]).toEqual(expect.arrayContaining(expected))
  })

  it('are told as the shortest story', () => {
    const {runbooks} = run(errors[2]![1])
    const {counterexamples} = runbooks.find(({runbook}) => runbook === 'triage')!
    expect(counterexamples.find(({property}) => property === 'P3')).toEqual({
      property: 'P3',
      runbook: 'failover',
      step: 'promote-it',
      title: 'Promote it',
      reason:
        '`pg_ctl promote` on pg2 without evidence. pg1 must be off, or must have been seen without the address and not as a running primary.',
      times: expect.any(Number) as number,
      length: 5,
      story: [
        'Pg1 loses power.',
        'triage, “What do both hosts show?”:',
        '  cluster: served=no → “Clients are not served”',
        'failover, “Which hosts answer?”:',
        '  pg2: reach=yes, pg1: reach=no → “One answers, the other does not”',
        'failover, “Keep the old one off”:',
        '  pg2: mode=standby → “The one that is left is the standby”',
        'failover, “Promote it”:',
        '  pg_ctl promote on pg2.',
      ],
    })
  })

  it('are told with the hosts exchanged where that is the state', () => {
    const {runbooks} = run(errors[12]![1])
    const {counterexamples} = runbooks.find(({runbook}) => runbook === 'two-primaries')!
    const [begin, ...rest] = counterexamples[0]!.story
    expect(begin).toBe('Pg2 is promoted by somebody in a hurry.')
    expect(rest.join('\n')).toContain('“pg2 stays”')
  })
})

/** The states up to the exchange of the hosts. */
function classes({space, states}: Reach): string[] {
  const keys = states.map(({id}) => {
    const both = [id, space.mirror(id)].map((one) => space.model.canonical(space.state(one)))
    return both.sort()[0]!
  })
  return [...new Set(keys)].sort()
}

describe('reachable states', () => {
  it('are the same without the reduction by symmetry', () => {
    const reduced = reachStates(postgres, {faults: 2})
    const whole = reachStates(postgres, {faults: 2, symmetry: false})
    expect(classes(reduced)).toEqual(classes(whole))
  })

  it('are fewer with it', () => {
    const reduced = reachStates(postgres, {faults: 3})
    const whole = reachStates(postgres, {faults: 3, symmetry: false})
    expect(classes(reduced)).toEqual(classes(whole))
    expect(reduced.states.length).toBeLessThan(whole.states.length)
  })
})

describe('two versions', () => {
  it('are compared by what they advise', () => {
    const runbooks = postgresRunbooks()
    const version = (text: string, by: string) => ({
      before: runbooks,
      after: postgresRunbooks({runbook: 'two-primaries', text, by}),
    })
    const reworded = version('Its data stays on its disk.', 'What it holds stays there.')
    expect(compareVersions(postgres, 'two-primaries', reworded, {faults: 2}).changes).toEqual([])
    const without = version(
      '- `KEEP: running=yes` It does not have the address → [Give it the address](#give-it-the-address)\n',
      '',
    )
    const {changes, states} = compareVersions(postgres, 'two-primaries', without, {faults: 1})
    // Promoted with nobody writing; and then a write; and with clients writing: each on either host.
    expect(states).toBe(6)
    expect(changes).toEqual([
      {
        events: ['pg2 is promoted by somebody in a hurry'],
        before: ['power off pg1 → ip addr add 192.0.2.10/24 dev eth0 on pg2 → [serving]'],
        after: ['power off pg1 → [escalate]'],
        times: expect.any(Number) as number,
      },
      expect.objectContaining({events: ['pg1 is promoted by somebody in a hurry']}),
    ])
  })
})
