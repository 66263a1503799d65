import {describe, expect, it} from 'vitest'
import {type ClusterOptions, judge, plainSettings} from '../../src/index.ts'
import {play, seen} from './play.ts'

/**
 * Where a fact comes from, and so how certain it is: read in the sources of the kernel module, of
 * drbd-utils, of keepalived or of Chef Server; said by the user's guide; followed from the sources
 * and never run.
 */
type Source = 'kernel' | 'utils' | 'keepalived' | 'chef' | 'guide' | 'follows'

/** What is so after a story: what the hosts show, the codes of refusals, how many writes are lost. */
interface Fact {
  readonly source: Source
  readonly fact: string
  readonly story: string
  readonly options?: ClusterOptions
  readonly be1?: string
  readonly be2?: string
  readonly refused?: readonly string[]
  readonly lost?: number
  readonly mails?: number
  /** Parts of the state, of what is printed, of the judgement. */
  readonly state?: object
  readonly judged?: object
}

const alone = 'be1 keepalived stop; be2 keepalived stop'
/** Both wrote alone, both were demoted, and they have not met since. */
const parted = `cut both; write; ${alone}; be1 disconnect; be2 disconnect; heal both`

const facts: Readonly<Record<string, readonly Fact[]>> = {
  'Roles and disk states': [
    {
      source: 'guide',
      fact: 'Unknown and DUnknown are shown of a peer that is not connected, and of nobody else',
      story: 'cut repl',
      be1: 'WFConnection Primary/Unknown UpToDate/DUnknown',
      be2: 'WFConnection Secondary/Unknown UpToDate/DUnknown',
    },
    {
      source: 'kernel',
      fact: 'a Secondary cannot be opened, so not mounted either',
      story: 'be2 mount',
      refused: ['32'],
    },
    {
      source: 'kernel',
      fact: 'Inconsistent is promoted by force alone, and then passes for UpToDate',
      story: 'be2 disconnect; be2 invalidate; be2 primary; be2 primary-force',
      refused: ['-2'],
      be2: 'StandAlone Primary/Unknown UpToDate/DUnknown oos',
    },
    {
      source: 'kernel',
      fact: 'so is Outdated',
      story: 'cut repl; be2 outdate; be2 primary; be2 primary-force',
      refused: ['-2'],
      be2: 'WFConnection Primary/Unknown UpToDate/DUnknown',
    },
    {
      source: 'kernel',
      fact: 'without a disk force does not help',
      story: 'be2 disconnect; be2 detach; be2 primary-force',
      refused: ['-2'],
    },
    {
      source: 'kernel',
      fact: 'UpToDate is a belief: a Primary that crashed and missed everything since shows it after its boot',
      story: 'crash be1; write; cut repl; on be1',
      be1: 'WFConnection Secondary/Unknown UpToDate/DUnknown',
    },
    {
      source: 'kernel',
      fact: 'what was Outdated is Outdated after a boot',
      story: 'cut repl; be2 outdate; crash be2; on be2',
      be2: 'WFConnection Secondary/Unknown Outdated/DUnknown',
    },
    {
      source: 'kernel',
      fact: 'a resync that did not end leaves Inconsistent, which the peer remembers',
      story: 'crash be2; write; on be2; crash be2; cut repl; on be2',
      be1: 'WFConnection Primary/Unknown UpToDate/Inconsistent oos',
      be2: 'WFConnection Secondary/Unknown Inconsistent/DUnknown oos',
    },
  ],
  'Connection states': [
    {
      source: 'kernel',
      fact: 'StandAlone, Diskless and Secondary together print as Unconfigured',
      story: 'be2 disconnect; be2 detach',
      be2: 'Unconfigured',
    },
    {
      source: 'guide',
      fact: 'StandAlone does not reconnect by itself; its peer waits',
      story: 'be2 disconnect; cut repl; heal repl',
      be1: 'WFConnection Primary/Unknown UpToDate/DUnknown',
      be2: 'StandAlone Secondary/Unknown UpToDate/DUnknown',
    },
    {
      source: 'kernel',
      fact: 'Outdated becomes UpToDate when the hosts connect and nothing was missed',
      story: `${alone}; cut repl; be2 outdate; heal repl`,
      be2: 'Connected Secondary/Secondary UpToDate/UpToDate',
    },
    {
      source: 'kernel',
      fact: 'a target of a resync is Inconsistent, its source UpToDate',
      story: 'cut repl; write; heal repl',
      be1: 'SyncSource Primary/Secondary UpToDate/Inconsistent oos',
      be2: 'SyncTarget Secondary/Primary Inconsistent/UpToDate oos',
    },
    {
      source: 'kernel',
      fact: 'a target may be promoted while its source is connected, and neither may then disconnect',
      story: 'cut repl; write; heal repl; be1 keepalived stop; be2 disconnect; be1 disconnect',
      be2: 'SyncTarget Primary/Secondary Inconsistent/UpToDate oos',
      refused: ['-2', '-10'],
    },
    {
      source: 'kernel',
      fact: 'the bitmaps are exchanged before a resync: broken off, it leaves the marks of both sides',
      story: 'be2 disconnect; be2 invalidate; be2 connect; be2 detach',
      be1: 'Connected Primary/Secondary UpToDate/Diskless oos',
    },
  ],
  Commands: [
    {
      source: 'kernel',
      fact: 'disconnect does not outdate the peer, as no fencing is configured',
      story: 'be1 disconnect',
      be2: 'WFConnection Secondary/Unknown UpToDate/DUnknown',
    },
    {
      source: 'utils',
      fact: 'a promotion clears the flag of --discard-my-data',
      story: `${parted}; be1 connect-discard; be1 primary; be2 connect`,
      options: {policies: 'disconnect'},
      be1: 'StandAlone Primary/Unknown UpToDate/DUnknown oos',
      mails: 1,
    },
    {
      source: 'utils',
      fact: 'invalidate copies everything from the peer',
      story: 'be2 invalidate; wait 60',
      be2: 'Connected Secondary/Primary UpToDate/UpToDate',
    },
    {
      source: 'kernel',
      fact: 'StandAlone and Secondary it only notes that the data is worth nothing',
      story: 'be2 disconnect; be2 invalidate',
      be2: 'StandAlone Secondary/Unknown Inconsistent/DUnknown oos',
    },
    {
      source: 'utils',
      fact: 'invalidate-remote does it to the peer',
      story: 'be1 invalidate-remote',
      be2: 'SyncTarget Secondary/Primary Inconsistent/UpToDate oos',
    },
    {
      source: 'kernel',
      fact: 'the source of a resync by command passes for UpToDate, whatever its disk was',
      story: `${alone}; be1 disconnect; be2 disconnect; be1 invalidate; be2 invalidate; be1 connect; be2 connect; be1 invalidate`,
      be2: 'SyncSource Secondary/Secondary UpToDate/Inconsistent oos',
    },
    {
      source: 'kernel',
      fact: 'what is less than Outdated cannot be Outdated, on a Primary that lost its data either',
      story:
        'be1 invalidate; cut repl; be1 outdate; be1 detach; be2 disconnect; be2 detach; be2 outdate',
      refused: ['-16', '-2', '-16'],
    },
    {
      source: 'utils',
      fact: 'new metadata makes a target of a full resync',
      story: 'be2 down; be2 wipe-md; be2 create-md; be2 up',
      be2: 'SyncTarget Secondary/Primary Inconsistent/UpToDate oos',
    },
    {
      source: 'utils',
      fact: 'and what only that host had is lost',
      story:
        'cut both; write; be2 keepalived stop; be2 down; be2 create-md; heal both; be2 up; wait 60',
      lost: 1,
    },
    {
      source: 'kernel',
      fact: 'down demotes a Primary that nobody has open',
      story: `${alone}; be1 primary; be1 down`,
      refused: [],
      be1: 'Unconfigured',
    },
    {
      source: 'follows',
      fact: 'the file system on a mixture that was forced wants a check before anybody mounts it',
      story:
        'crash be2; write; on be2; crash be1; be2 primary-force; be2 mount; check-filesystem be2; be2 mount',
      refused: ['32'],
      state: {be2: {mounted: true}},
    },
    {
      source: 'utils',
      fact: 'adjust brings up what is down',
      story: 'be2 down; be2 adjust',
      be2: 'Connected Secondary/Primary UpToDate/UpToDate',
    },
  ],
  'Split-brain policies as shipped': [
    {
      source: 'kernel',
      fact: 'none Primary: who was Primary when they parted is the older one, and its data is kept',
      story: `${parted}; be1 connect; be2 connect`,
      be1: 'SyncSource Secondary/Secondary UpToDate/Inconsistent oos',
      lost: 1,
      mails: 0,
    },
    {
      source: 'kernel',
      fact: 'where that gives no answer, who changed nothing loses',
      story: `${alone}; cut both; be1 keepalived start; be2 keepalived start; write; ${alone}; heal both`,
      options: {settings: {...plainSettings, clients: 'be2'}},
      be1: 'SyncTarget Secondary/Secondary Inconsistent/UpToDate oos',
      lost: 0,
    },
    {
      source: 'kernel',
      fact: 'one Primary: the Secondary is rolled back at once, and nobody is told',
      story: `${parted}; be2 primary; be1 connect; be2 connect`,
      be1: 'SyncTarget Secondary/Primary Inconsistent/UpToDate oos',
      lost: 1,
      mails: 0,
    },
    {
      source: 'follows',
      fact: 'a policy that decides overrules --discard-my-data',
      story: `${parted}; be1 connect-discard; be2 connect`,
      be1: 'SyncSource Secondary/Secondary UpToDate/Inconsistent oos',
    },
    {
      source: 'kernel',
      fact: 'two Primaries: the loser demotes itself where nothing is mounted',
      story:
        'cut both; write; be1 services stop; be1 unmount; be2 services stop; be2 unmount; heal repl',
      be2: 'SyncTarget Secondary/Primary Inconsistent/UpToDate oos',
    },
    {
      source: 'kernel',
      fact: 'mounted it cannot; the connection is dropped, and mail is sent',
      story: 'cut both; write; heal repl',
      be1: 'StandAlone Primary/Unknown UpToDate/DUnknown oos',
      be2: 'StandAlone Primary/Unknown UpToDate/DUnknown oos',
      mails: 1,
      lost: 0,
    },
  ],
  'Generation identifiers': [
    {
      source: 'kernel',
      fact: 'a Primary that loses its peer starts a generation, its Secondary does not',
      story: 'cut repl',
      state: {
        be1: {meta: {current: 4, bitmap: 3, currentPrimary: true, bitmapPrimary: true}},
        be2: {meta: {current: 3, bitmap: 0}},
      },
    },
    {
      source: 'kernel',
      fact: 'once: promoted again, still alone, it goes on with that one',
      story: `cut repl; ${alone}; be1 primary`,
      state: {be1: {meta: {current: 4, bitmap: 3}}},
    },
    {
      source: 'kernel',
      fact: 'promoted alone, a host starts a generation of its own',
      story: 'cut both',
      state: {be2: {meta: {current: 5, bitmap: 3, currentPrimary: true, bitmapPrimary: false}}},
    },
    {
      source: 'follows',
      fact: 'a host that hangs stands still: it starts none, whatever becomes of its peer',
      story: 'hang be1; crash be2',
      state: {be1: {role: 'Primary', meta: {current: 3, bitmap: 0}}},
    },
    {
      source: 'kernel',
      fact: 'a demotion clears the low bit of the current generation, not that of the bitmap',
      story: 'cut both; be1 keepalived stop',
      state: {be1: {meta: {currentPrimary: false, bitmapPrimary: true}}},
    },
    {
      source: 'kernel',
      fact: 'at the end of a resync both have the same, and no bitmap generation',
      story: 'cut repl; write; heal repl; wait 60',
      state: {be1: {meta: {current: 4, bitmap: 0}}, be2: {meta: {current: 4, bitmap: 0}}},
    },
    {
      source: 'kernel',
      fact: 'who crashed as Primary says so after its boot, until both are UpToDate and connected',
      story: 'crash be1; cut repl; on be1',
      state: {be1: {meta: {crashedPrimary: true}}, be2: {meta: {crashedPrimary: false}}},
    },
    {
      source: 'kernel',
      fact: 'of one generation, who crashed as Primary is the source',
      story: 'be2 keepalived stop; crash be1; crash be2; on be1; on be2',
      options: {settings: {...plainSettings, bootWait: true}},
      be1: 'SyncSource Primary/Secondary UpToDate/Inconsistent oos',
    },
  ],
  'keepalived and the cluster script': [
    {
      source: 'keepalived',
      fact: 'with nopreempt a host that returns does not take the address back',
      story: 'crash be1; on be1',
      state: {be1: {vrrp: 'BACKUP'}, be2: {vrrp: 'MASTER'}},
    },
    {
      source: 'keepalived',
      fact: 'of two masters of one priority the one with the higher address stays',
      story: 'cut hb; heal hb',
      state: {be1: {vrrp: 'BACKUP'}, be2: {vrrp: 'MASTER'}},
    },
    {
      source: 'chef',
      fact: 'nothing checks the services: the address stays where they are down',
      story: 'fill-disk be1',
      state: {be1: {vrrp: 'MASTER'}, be2: {vrrp: 'BACKUP'}},
      judged: {serviceUp: false},
    },
    {
      source: 'chef',
      fact: 'a transition that gave up leaves the wish and the old status',
      story: 'cut hb; wait 300',
      state: {be2: {requested: 'master', current: 'backup', transition: 'idle'}},
      judged: {needsHuman: true},
    },
    {
      source: 'chef',
      fact: 'master-recover and backup-recover leave the address alone',
      story: 'be1 recover backup; be2 recover master',
      state: {be1: {vrrp: 'MASTER'}, be2: {vrrp: 'BACKUP', role: 'Primary', mounted: true}},
      judged: {serviceUp: false},
    },
    {
      source: 'chef',
      fact: 'stopping the services leaves keepalived, and so the address',
      story: 'be1 services stop',
      state: {be1: {keepalived: true, vrrp: 'MASTER', mounted: true}},
    },
    {
      source: 'chef',
      fact: 'every try to become backup kills what uses the mount, whoever started it meanwhile',
      story: 'hold-device be1; be1 keepalived stop; be1 services start; release-device be1',
      state: {be1: {services: false, mounted: false, role: 'Secondary'}},
    },
  ],
}

describe.each(Object.entries(facts))('%s', (_section, rows) => {
  it.each(rows)('$source: $fact', (row) => {
    const {model, state, refusals} = play(row.story, row.options)
    if (row.be1 !== undefined) expect(seen(state, 'be1')).toBe(row.be1)
    if (row.be2 !== undefined) expect(seen(state, 'be2')).toBe(row.be2)
    if (row.refused) expect(refusals.map(({code}) => code)).toEqual(row.refused)
    if (row.lost !== undefined) expect(model.verdict(state).lost).toHaveLength(row.lost)
    if (row.mails !== undefined) expect(state.mails).toBe(row.mails)
    if (row.state) expect(state).toMatchObject(row.state)
    if (row.judged) expect(judge(state)).toMatchObject(row.judged)
  })
})
