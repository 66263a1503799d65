import type {Refusal} from '@handrail/runbook'

/** State changes DRBD refuses, with the words it uses (`drbd_strings.c`). */
const stateErrors = {
  '-1': 'Multiple primaries not allowed by config',
  '-2': 'Need access to UpToDate data',
  '-5': 'Can not resync without remote disk',
  '-6': 'Refusing to be Outdated while Connected',
  '-8': 'Can not start OV/resync since it is already active',
  '-10': 'State change was refused by peer node',
  '-12': 'Device is held open by someone',
  '-14': 'Need a verify algorithm to start online verify',
  '-15': 'Need a connection to start verify or resync',
  '-16': 'Disk state is lower than outdated',
} as const

/** Requests DRBD fails, with the words of `drbdsetup`. */
const failures = {
  '104': 'Can not open backing device.',
  '119': 'No valid meta-data signature found.',
  '123': '--discard-my-data not allowed when primary.',
  '124': 'Device is attached to a disk (use detach first)',
  '125': 'Device has a net-config (use disconnect first)',
  '127': 'Device minor not allocated',
  '138': 'Device does not have a disk-config',
  '150': 'Can only attach to the data we lost last (see kernel log).',
  '158': 'Unknown resource',
  '161': 'Minor or volume exists already (delete it first)',
  '162': 'Invalid configuration request',
} as const

export type StateErrorCode = keyof typeof stateErrors
export type FailureCode = keyof typeof failures

/** What `drbdsetup` was given, and names first: the minor, the resource, or two addresses. */
const minor = '0'
const resource = 'pc0'
const connection = '??'

/** Requests about something else than the minor. */
const objects: Readonly<Record<string, string>> = {
  '123': resource,
  '125': resource,
  '158': resource,
  '161': resource,
  '162': connection,
}

const refusal = (code: string, text: string): Refusal => ({kind: 'refusal', code, text})

const states = new Map(
  Object.entries(stateErrors).map(([code, words]) => [
    code,
    refusal(code, `${minor}: State change failed: (${code}) ${words}`),
  ]),
)

const failed = new Map(
  Object.entries(failures).map(([code, words]) => [
    code,
    refusal(code, `${objects[code] ?? minor}: Failure: (${code}) ${words}`),
  ]),
)

export const stateError = (code: StateErrorCode): Refusal => states.get(code)!
export const failure = (code: FailureCode): Refusal => failed.get(code)!

const named = (object: string, {code, text}: Refusal): Refusal =>
  refusal(code, text.replace(/^\S+:/, `${object}:`))

/** The same refusal of a command that was given the resource, or the addresses of a connection. */
export const ofResource = (refused: Refusal): Refusal => named(resource, refused)
export const ofConnection = (refused: Refusal): Refusal => named(connection, refused)

/** A command that is not DRBD's own ended with this exit code and these words. */
export const exit = (code: number, text: string): Refusal => refusal(String(code), text)

/** Nobody can type anything there. */
export const unreachable = (host: string): Refusal =>
  refusal('unreachable', `ssh: connect to host ${host} port 22: No route to host`)

/** The event does not apply: the thing it changes is already so. */
export const pointless = (text: string): Refusal => refusal('pointless', text)
