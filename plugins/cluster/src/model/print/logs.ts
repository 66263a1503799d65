import type {Host} from '../state.ts'
import {moment} from './facts.ts'

function splitLine({lastSplit}: Host): string[] {
  if (!lastSplit) return []
  const {primaries, solved, from} = lastSplit
  if (solved === 'no') {
    return [
      'block drbd0: Split-Brain detected but unresolved, dropping connection!',
      'block drbd0: helper command: /sbin/drbdadm split-brain minor-0',
    ]
  }
  const count = solved === 'automatically' ? `, ${primaries} primaries` : ''
  return [`block drbd0: Split-Brain detected${count}, ${solved} solved. Sync from ${from} node`]
}

const resync = (state: string): string =>
  `block drbd0: dry-run connect: Would become ${state}, doing a bit-map based resync.`

function tentativeLine({tentative, lastSplit}: Host): string[] {
  const unresolved = lastSplit?.solved === 'no'
  switch (tentative) {
    case 'source':
      return [resync('SyncSource')]
    case 'target':
      return [resync('SyncTarget')]
    case 'split':
      return unresolved ? [] : ['block drbd0: Unrelated data, aborting!']
    case 'none':
      return unresolved
        ? ['block drbd0: dry-run connect: No resync, would become Connected immediately.']
        : []
  }
}

function kernelMessages(host: Host): string[] {
  return [
    'drbd: initialized. Version: 8.4.11 (api:1/proto:86-101)',
    ...splitLine(host),
    ...tentativeLine(host),
  ]
}

const stamped = (lines: readonly string[], stamp: (index: number) => string): string =>
  lines.map((line, index) => `${stamp(index)}${line}`).join('\n') + '\n'

/** `dmesg`. */
export const dmesg = (host: Host): string =>
  stamped(kernelMessages(host), (index) => `[${(8211.35 + index * 7.25).toFixed(6).padStart(12)}] `)

function keepalivedMessages(host: Host): string[] {
  if (host.vrrp === 'OFF') return ['Keepalived[3121]: Stopping Keepalived v1.2.19 (09/17,2015)']
  const instance = 'Keepalived_vrrp[3123]: VRRP_Instance(PC_VI)'
  const backup = [`${instance} Entering BACKUP STATE`]
  if (host.vrrp === 'BACKUP') return backup
  return [...backup, `${instance} Transition to MASTER STATE`, `${instance} Entering MASTER STATE`]
}

const inSyslog = (host: Host, lines: readonly string[]): string =>
  stamped(lines, () => `${moment.syslog} ${host.name} `)

/** `/var/log/messages`, and the journal. */
export const syslog = (host: Host): string =>
  inSyslog(host, [
    ...kernelMessages(host).map((line) => `kernel: ${line}`),
    ...keepalivedMessages(host),
  ])

export const kernelJournal = (host: Host): string =>
  inSyslog(
    host,
    kernelMessages(host).map((line) => `kernel: ${line}`),
  )

export const keepalivedJournal = (host: Host): string => inSyslog(host, keepalivedMessages(host))
