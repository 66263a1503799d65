import {type Format, aside, each} from '../finding.ts'

/** Kernel messages about a split brain, a resync on trial, anything else of DRBD. */
const kernel: readonly Format[] = [
  each(
    /Split-Brain\s+detected,?\s*(?:\d+\s+primaries,?\s*)?(automatically|manually)\s+solved\.\s*(?:Sync\s+from\s+(this|peer)\s+node)?/g,
    ([, how]) => ({
      meaning: `the kernel solved a split brain ${how}`,
      log: true,
      host: {log: 'split-solved'},
    }),
  ),
  each(/uuid_compare\(\)=split-brain-auto-recover[^\n]*/g, () => ({
    meaning: 'the kernel solved a split brain automatically',
    log: true,
    host: {log: 'split-solved'},
  })),
  each(/Split-Brain\s+detected\s+but\s+unresolved[^\n]*/g, () => ({
    meaning: 'the kernel refused a connection because of a split brain',
    log: true,
    host: {log: 'split-unresolved', tentative: 'split'},
  })),
  each(/Unrelated data, (?:aborting|dropping connection)!?[^\n]*/g, () => ({
    meaning: 'the kernel refused a connection: the data was never the same',
    log: true,
    host: {tentative: 'split'},
  })),
  each(/dry-run connect:\s*Would become Sync(Source|Target)[^\n]*/g, ([, side]) => ({
    meaning: 'a tentative connect',
    log: true,
    host: {tentative: side === 'Source' ? 'source' : 'target'},
  })),
  each(/dry-run connect:\s*No resync[^\n]*/g, () => ({
    meaning: 'a tentative connect',
    log: true,
    host: {tentative: 'none'},
  })),
  each(
    /(?:block drbd\d+|drbd [\w.-]+|drbd):\s(?!.*(?:Split-Brain|dry-run|Unrelated data))[^\n]*/g,
    () => ({
      meaning: 'a kernel message of DRBD',
      host: {log: 'none', tentative: 'none'},
      assumes: 'The kernel messages shown are taken for all there are.',
    }),
  ),
]

const state = (pattern: RegExp, vrrp: string): Format =>
  each(pattern, () => ({meaning: `keepalived: ${vrrp}`, log: true, host: {vrrp}}))

const keepalived: readonly Format[] = [
  state(/VRRP_Instance\([^)\n]*\)\s*(?:Entering|Transition to) MASTER STATE[^\n]*/g, 'master'),
  state(/VRRP_Instance\([^)\n]*\)\s*Entering BACKUP STATE[^\n]*/g, 'backup'),
  state(
    /VRRP_Instance\([^)\n]*\)\s*(?:Now in|Entering) FAULT [Ss][Tt][Aa][Tt][Ee][^\n]*/g,
    'fault',
  ),
  each(/Keepalived\w*\[\d+\]:\s*Stopp(?:ing|ed)[^\n]*/g, () => ({
    meaning: 'keepalived stopped',
    log: true,
    host: {vrrp: ''},
  })),
  aside(/Keepalived\w*\[\d+\]:[^\n]*/g, 'a message of keepalived'),
]

const prefix =
  /^(?:\[\s*\d+\.\d+\]|[A-Z][a-z]{2}\s+\d{1,2} \d{2}:\d{2}:\d{2} [\w.-]+(?: kernel:)?)/gm

export const logs: readonly Format[] = [...kernel, ...keepalived, aside(prefix, 'a stamp of a log')]
