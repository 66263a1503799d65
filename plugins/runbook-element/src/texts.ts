import type {PlanCommand} from '@handrail/runbook'

/** Every word the faces of a runbook show that no author wrote. A site translates them. */
export const englishTexts = {
  'on-host': 'Run on {host}',
  'on-role': 'Run on {host}',
  'on-each': 'Run on each host in turn',
  'on-elsewhere': 'Run from another machine',
  'do-host': 'Do this for {host}',
  'do-role': 'Do this for {host}',
  'do-each': 'Do this for each host in turn',
  'do-elsewhere': 'Do this',
  read: 'reads only',
  change: 'changes the system',
  destroy: 'destroys data',
  expected: 'Expected output',
  progress: 'Step {number} of “{title}”',
  decided: 'Decided so far',
  'change-answer': 'Change this answer',
  back: 'Back: change my previous answer',
  restart: 'Start again',
  'name-of': 'Real name of {host}',
  missing: 'Not decided yet: {names}. The command appears when it is.',
  'type-name': 'To show the command, type the name of the host it runs on: {host}',
  'wrong-name': 'That is not {host}. The command stays hidden.',
  reveal: 'Show the command',
  copy: 'Copy the command',
  copied: 'Copied, with its guard.',
  'not-copied': 'The browser did not allow copying. Select the text and copy it.',
  'which-host': 'Which host is {role}?',
  suggested: 'This is what you saw: {reason}',
  wait: 'Wait {every}, then look again.',
  'gone-limit': 'The wait is over: choose something else.',
  'gone-bound': 'Does not fit what has been decided.',
  'gone-ambiguous': 'Fits both hosts: choose something else.',
  'runbook-changed': 'This runbook has changed since the session was begun.',
  'step-changed': 'A step you have walked reads differently now: {title}',
  'step-gone': 'A step you have walked is gone: {title}',
  'storage-full':
    'The browser’s storage is full. The address and the log file still keep the session.',
  elsewhere: 'Another tab has gone on with this runbook. ',
  'join-other': 'Go on from there',
  'tool-missing': 'This part could not be loaded. The steps work without it.',
  paste: 'Paste what you see',
  'paste-privacy': 'What you paste stays in this browser.',
  'paste-from': 'It is from',
  'paste-several': 'several hosts, or it says so itself',
  'paste-output': 'Output of the commands',
  'paste-read': 'Read it',
  'paste-nothing': 'Nothing of this was understood.',
  'paste-ignored': '{count} lines were not understood',
  'paste-fits': 'Read. The answer that fits: {words}',
  'paste-open': 'Read. It does not settle the answer; look at what is missing.',
  log: 'Log and notes',
  'log-name': 'Your name',
  'log-note': 'Note',
  'log-add': 'Add the note',
  'log-noted': 'Noted.',
  'log-markdown': 'Save for the ticket',
  'log-json': 'Save to go on elsewhere',
  'log-import': 'Go on from a saved log',
  'log-other': 'That log is of the runbook {runbook}.',
  'log-private': 'The log is kept in this browser and nowhere else.',
  map: 'Map of the runbook',
  handover: 'Hand over',
  'handover-what':
    'Whoever opens this address stands where you stand, with your hosts and answers. Notes and pasted output travel in the saved log.',
  'handover-copy': 'Copy the address',
  'handover-copied': 'The address is copied.',
  'handover-qr': 'The address as a QR code',
} as const satisfies Record<string, string>

export type TextId = keyof typeof englishTexts
export type Texts = Readonly<Record<TextId, string>>

/** Puts values into a text: `{host}` becomes `values.host`. */
export function fill(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole))
}

/** Says in words on which host a command runs and what it does; the host stands as `{host}`. */
export function whereText({on, kind, effect}: WhereParts, texts: Texts): string {
  return `${texts[`${kind === 'shell' ? 'on' : 'do'}-${on.kind}`]}: ${texts[effect]}`
}

type WhereParts = Pick<PlanCommand, 'on' | 'kind' | 'effect'>

/** The same with the host or role as the author named it. */
export function whereWords(command: WhereParts, texts: Texts): string {
  const {on} = command
  const host = on.kind === 'host' || on.kind === 'role' ? on.name : ''
  return fill(whereText(command, texts), {host})
}
