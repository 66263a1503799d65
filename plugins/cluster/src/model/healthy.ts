import {empty, justCreated} from '../generations.ts'
import type {HostName} from '../vocabulary/event.ts'
import {firstWrite} from './ledger.ts'
import {type Settings, firstCourse} from './settings.ts'
import type {Cluster, Host, Metadata} from './state.ts'

/** How the two disks first became equal: by a copy, or because somebody said that they were. */
export type FirstSync = 'full' | 'skipped'

/** What the first copy leaves in the history; without one, both slots are empty. */
const histories = {
  full: {history1: 2, history2: justCreated},
  skipped: {history1: empty, history2: empty},
} as const

const healthyMetadata = (primary: boolean, firstSync: FirstSync): Metadata => ({
  current: 3,
  bitmap: 0,
  ...histories[firstSync],
  currentPrimary: primary,
  bitmapPrimary: false,
  allMarked: false,
  crashedPrimary: false,
  consistent: false,
  wasUpToDate: false,
  primaryIndicator: false,
  connectedIndicator: false,
  peerOutdated: false,
})

function healthyHost(name: HostName, master: boolean, firstSync: FirstSync): Host {
  const status = master ? 'master' : 'backup'
  return {
    name,
    power: 'on',
    awaitsPeer: false,
    autostart: true,
    keepalived: true,
    vrrp: master ? 'MASTER' : 'BACKUP',
    takeoverIn: 0,
    requested: status,
    current: status,
    transition: 'idle',
    triesLeft: 0,
    services: master,
    mounted: master,
    held: false,
    full: false,
    medium: true,
    blank: false,
    damaged: false,
    meta: healthyMetadata(master, firstSync),
    role: master ? 'Primary' : 'Secondary',
    disk: 'UpToDate',
    cs: 'Connected',
    peerDisk: 'DUnknown',
    exposed: 0,
    mode: 'plain',
    policyFile: 'configured',
    policies: 'configured',
    snapshot: null,
    lastSplit: null,
    tentative: 'none',
  }
}

/**
 * A healthy cluster: be1 serves, be2, which has the higher address, stands by; last night's backup
 * exists.
 */
export function healthy(settings: Settings, firstSync: FirstSync): Cluster {
  return {
    settings,
    course: firstCourse(),
    higherIp: 'be2',
    be1: healthyHost('be1', true, firstSync),
    be2: healthyHost('be2', false, firstSync),
    replication: true,
    heartbeat: true,
    syncLeft: 0,
    nextGeneration: 4,
    writes: [firstWrite],
    mails: 0,
    configured: null,
    reached: null,
  }
}
