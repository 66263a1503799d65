import {type Finding, type Format, aside, each} from '../finding.ts'
import {clusterOwn} from './cluster-own.ts'

/** A message that is the last word on its subject until a later one. */
const message = (pattern: RegExp, meaning: string, host: Record<string, string>): Format =>
  each(pattern, () => ({meaning, log: true, host}))

/**
 * Kernel messages about a split brain, a resync on trial, anything else of DRBD. The handler
 * `split-brain` runs only for one that was not resolved; `initial-split-brain`, and the verdict of
 * the comparison, leave open how it went on: an empty value stands for that.
 */
const kernel: readonly Format[] = [
  message(
    /Split-Brain\s+detected,?\s*(?:\d+\s+primaries,?\s*)?(?:automatically|manually)\s+solved\.\s*(?:Sync\s+from\s+(?:this|peer)\s+node)?/g,
    'the kernel saw a split brain resolved',
    {log: 'split-solved'},
  ),
  message(
    /Split-Brain\s+detected\s*(?:but\s+unresolved)?,\s*dropping[^\n]*|Split-Brain\s+detected\s+but\s+unresolved[^\n]*/g,
    'the kernel refused a connection because of a split brain',
    {log: 'split-unresolved', tentative: 'split'},
  ),
  message(
    /helper command: \S*drbdadm\s*split-brain[^\n]*/g,
    'the handler of a split brain that was not resolved',
    {log: 'split-unresolved', tentative: 'split'},
  ),
  message(
    /helper command: \S+\s*initial-split-brain[^\n]*|uuid_compare\(\)=(?:split-brain[\w-]*|-?100 )[^\n]*/g,
    'the kernel found a split brain; how it went on stands further down',
    {log: ''},
  ),
  each(/Unrelated data, (?:aborting|dropping connection)!?[^\n]*/g, () => ({
    meaning: 'the kernel refused a connection: the data was never the same',
    log: true,
    host: {tentative: 'split'},
    tells: (host) =>
      `The kernel log of ${host} says that its data and its peer’s were never the same.`,
  })),
  each(/dry-run connect:\s*Would become Sync(Source|Target)[^\n]*/g, ([, side]) => ({
    meaning: 'a tentative connect',
    log: true,
    host: {tentative: side === 'Source' ? 'source' : 'target'},
  })),
  message(/dry-run connect:\s*No resync[^\n]*/g, 'a tentative connect', {tentative: 'none'}),
  each(
    /(?:(?<=^[ \t]*|kernel: *|\] )(?:block drbd\d+|d-con [\w.-]+|drbd(?: [\w./-]+){0,3})):\s(?!.*(?:Split-Brain|split-brain|uuid_compare\(\)=-?100 |dry-run|Unrelated data))[^\n]*/gm,
    () => ({
      meaning: 'a kernel message of DRBD',
      host: {log: 'none', tentative: 'none'},
      assumes: 'The kernel messages shown are taken for all there are.',
    }),
  ),
]

/** What keepalived says of an instance: `VRRP_Instance(NAME) …` in 1.x, `(NAME) …` in 2.x. */
const instanceState =
  /(?:VRRP_Instance|(?<=^[ \t]*|[ \]]))\(([\w.-]+)\)\s*(?:(?:Entering|Transition to) (MASTER|BACKUP|FAULT) STATE|Now in (FAULT) state)[^\n]*/gm

const severalInstances =
  'keepalived names several instances and none is PC_VI: the state of none was read.'

/** The state of the cluster's instance, or of the only one. */
const instances: Format = (section) => {
  const names = [...section.text.matchAll(instanceState)].map(([, name]) => name!)
  const own = clusterOwn(names, 'PC_VI')
  return each(instanceState, ([, name, entered, fault]): Partial<Finding> & {meaning: string} => {
    const vrrp = (entered ?? fault)!.toLowerCase()
    const meaning = `keepalived: ${vrrp}`
    if (name === own) return {meaning, log: true, host: {vrrp}}
    return {meaning, ...(own === undefined && {note: severalInstances})}
  })(section)
}

const keepalived: readonly Format[] = [
  instances,
  message(/Keepalived\w*\[\d+\]:\s*Stopp(?:ing|ed)[^\n]*/g, 'keepalived stopped', {vrrp: ''}),
  aside(/Keepalived\w*\[[\d#]+\]:[^\n]*/g, 'a message of keepalived'),
  aside(/^[ \t]*VRRP_(?:Instance|Script|Group)\([^)\n]*\)[^\n]*/gm, 'a message of keepalived'),
]

/** Stamps of syslog, whatever the language of its months, and of the journal. */
export const logStamp = String.raw`(?:\S{2,6}\s+\d{1,2} \d{2}:\d{2}:\d{2}|\d{4}-\d\d-\d\dT[\d:.,]+(?:Z|[+-]\d\d:?\d\d)?)`

/** Stamps of `dmesg`, or those of a log with the host and the program after them. */
const prefix = new RegExp(
  String.raw`^[ \t]*(?:\[ *[+\d][ \d.]*\]|\[[A-Z][a-z]{2} [A-Z][a-z]{2} [ \d]\d [\d:]{8} \d{4}\]|${logStamp} [\w.-]+ [\w./-]+(?:\[\d+\])?:)`,
  'gm',
)

export const logs: readonly Format[] = [...kernel, ...keepalived, aside(prefix, 'a stamp of a log')]
