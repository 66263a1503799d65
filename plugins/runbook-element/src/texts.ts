import type {PlanCommand} from '@handrail/runbook'

/** Every word the faces of a runbook show that no author wrote. A site translates them. */
export const englishTexts = {
  // The static document and what every face says of a command
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
  caution: 'What is lost, and how to undo it',
  refused: 'If it is refused, the answer is “{words}”.',
  'refused-else': 'If it is refused, run nothing more on any host: this does not fit.',
  'wait-static': 'look again every {every}, for at most {max}',
  'danger-destroys': 'In the model of the cluster this step can lose acknowledged writes.',
  'danger-elsewhere': 'On the wrong host it would lose acknowledged writes.',
  'danger-stops': 'On the wrong host it would stop the service.',
  'danger-more': 'On the wrong host: {danger}.',
  'misfit-static': 'If none of this fits what you see, run nothing more and go to',
  'about-time': 'Takes',
  'about-needs': 'You need',
  'about-owner': 'Owner',
  'about-reviewed': 'Last reviewed',
  unproven: 'What the model of the cluster cannot prove about this runbook',
  'outcome-done': 'Done',
  'outcome-serving': 'Serving',
  'outcome-escalate': 'Escalate',

  // Where a responder is
  stepper: 'Runbook, one step at a time',
  'skip-step': 'Skip to the step',
  'skip-answers': 'Skip to the answers',
  progress: 'Step {number} of “{title}”',
  hosts: 'Hosts and values',
  'name-of': 'Real name of {host}',
  'not-bound': 'not decided',
  'name-unfit': 'That cannot be used: {name} stays as it was.',
  'decided-none': 'Nothing decided yet',
  decided: 'Decided so far',
  'change-answer': 'Change',
  'change-answer-of': 'Change the answer to “{title}”',
  changing: 'This answer is being changed',
  'later-answers': 'Given later; kept if they still fit',
  'keep-as-it-was': 'Leave the answer as it was',
  'answered-before': 'Your answer before.',
  kept: '{count} later answers still fit and were kept.',
  'walk-again': 'Answer them anew',
  unfit: 'No longer fits: “{words}” ({title}).',
  'unfit-other-host': 'No longer fits, as it was about the other host: “{words}” ({title}).',
  back: 'Back: change my previous answer',
  restart: 'Start again',

  // Commands
  missing: 'Not decided yet: {names}. The command appears when it is.',
  'decide-at': 'Go to “{title}”',
  'type-name': 'To show the command, type the name of the host it runs on: {host}',
  'wrong-name': 'That is not {host}. The command stays hidden.',
  reveal: 'Show the command',
  revealed: 'The command for {host} is shown.',
  copy: 'Copy',
  'copy-for': 'Copy the command for {hosts}',
  'copied-mark': 'Copied',
  copied: 'Copied for {hosts}: reads only.',
  'copied-guarded': 'Copied for {hosts}, with its guard: on any other host it does nothing.',
  'not-copied': 'The browser did not allow copying. Select the text and copy it.',
  'nothing-to-copy': 'There is no command to copy here.',

  // Answers
  answers: 'What do you see?',
  decision: 'What is to be done?',
  'which-host': 'Which host is {role}?',
  'which-hosts': 'Which host is which?',
  suggested: 'This is what you saw: {reason}',
  'suggested-else': 'No other answer fits what you saw.',
  'fact-yes': '{who} shows {key}={seen}',
  'fact-no': '{who} shows {key}={seen}, not {wanted}',
  'fact-none': '{who} shows no {key}',
  'fact-unknown': 'nobody has looked at {key} of {who}',
  cluster: 'the cluster',
  wait: 'Wait {every}, then look again.',
  'wait-left': 'Waited {waited} of at most {max}.',
  opens: 'Opens the runbook “{title}”.',
  'gone-limit': 'The wait is over: choose something else.',
  'gone-bound': 'Does not fit what has been decided.',
  'gone-ambiguous': 'Fits both hosts: choose something else.',

  // What does not fit
  misfit: 'This does not fit what I see',
  'misfit-stop': 'Stop here. Run nothing more until you know what you are looking at.',
  'misfit-seen': 'What do you see instead?',
  'misfit-write': 'Write it into the log',
  'misfit-noted': 'Does not fit: {text}',
  'misfit-else': 'None of the answers fits: there is one for that',
  'misfit-paste': 'Paste the output and let it be read',
  'misfit-change': 'An earlier answer was wrong: change it',
  'misfit-triage': 'Look at everything anew',
  'misfit-escalate': 'Give up here, and hand over',
  'misfit-owner': 'Who to call: {owner}',

  // The session
  aside: 'You are looking at a step off your path. Nothing is decided by that.',
  'aside-back': 'Back to your step: {title}',
  earlier:
    'This browser keeps an earlier session of this runbook: {count} answers, last used {time}.',
  'earlier-join': 'Go on with it',
  'taken-up': 'Taken up where this browser left it, {time}.',
  'runbook-changed': 'This runbook has changed since the session was begun.',
  'step-changed': 'A step you have walked reads differently now: {title}',
  'step-gone': 'A step you have walked is gone: {title}',
  'not-taken': 'Not taken: {reason}',
  'storage-full':
    'The browser’s storage is full. The address keeps the answers; save the log, or its notes are lost with this page.',
  elsewhere: 'Another tab has gone on with this session.',
  'join-other': 'Go on from there',
  forked: 'Another tab has gone on with this session too. Both ways are kept, each with its log.',

  // Tools
  tools: 'Tools',
  'tool-missing': 'This part could not be loaded. The steps work without it.',
  close: 'Close',
  paste: 'Paste what you see',
  'paste-privacy': 'What you paste stays in this browser.',
  'paste-from': 'It is from',
  'paste-several': 'several hosts, or it says so itself',
  'paste-output': 'Output of the commands',
  'paste-read': 'Read it',
  'paste-nothing': 'Nothing of this was understood.',
  'paste-contradicts': 'This cannot all be true',
  'paste-assumed': 'Assumed',
  'paste-ignored': '{count} lines were not understood',
  'paste-fits': 'Read. The answer that fits: {words}',
  'paste-go': 'Go to this answer',
  'paste-open': 'Read. It does not settle the answer.',
  'paste-lacking': 'Still to look at',
  log: 'Log',
  'log-name': 'Your name',
  'log-note': 'Note',
  'log-add': 'Add the note',
  'log-noted': 'Noted.',
  'log-empty': 'Nothing has happened yet.',
  'log-markdown': 'Save for the ticket',
  'log-json': 'Save to go on elsewhere',
  'log-import': 'Go on from a saved log',
  'log-other': 'That log is of the runbook {runbook}. Open that runbook, and import the log there.',
  'log-private': 'The log is kept in this browser and nowhere else.',
  'log-sessions': 'Sessions kept in this browser',
  'log-session': '{time}: {count} answers, {entries} entries',
  'log-forget': 'Delete',
  'entry-start': 'begun',
  'entry-answer': 'answered',
  'entry-back': 'changing an answer',
  'entry-run': 'copied',
  'entry-evidence': 'seen',
  'entry-note': 'note',
  'entry-changed': 'the runbook has changed',
  map: 'Map',
  'map-label': 'Map of the runbook',
  'map-list': 'The same as a list',
  'map-here': 'you are here',
  handover: 'Hand over',
  'handover-what':
    'Whoever opens this address stands where you stand, with your hosts and answers. Notes and pasted output travel in the saved log.',
  'handover-copy': 'Copy the address',
  'handover-copied': 'The address is copied.',
  'handover-qr': 'The address as a QR code',
  'handover-long': 'The address is too long for a QR code. Send it as text, or send the saved log.',
  'handover-file':
    'This page is a file: the address works only where the same file lies. On another machine, import the saved log.',

  // Keys
  help: 'Keys',
  'help-title': 'Keys of this page',
  'key-answer': 'go to that answer',
  'key-copy': 'copy the next command',
  'key-back': 'back: change the previous answer',
  'key-misfit': 'this does not fit what I see',
  'key-paste': 'paste what you see',
  'key-note': 'write a note',
  'key-log': 'the log',
  'key-map': 'the map',
  'key-handover': 'hand over',
  'key-help': 'these keys',
  'keys-on': 'Use these keys (they do nothing while you type in a field)',
} as const satisfies Record<string, string>

export type TextId = keyof typeof englishTexts
export type Texts = Readonly<Record<TextId, string>>

/** Puts values into a text: `{host}` becomes `values.host`. */
export function fill(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole))
}

/** Why an answer is suggested: what was seen, or for the one for everything else, that no other fits. */
export function suggestionText(reason: string, texts: Texts): string {
  return reason === '' ? texts['suggested-else'] : fill(texts.suggested, {reason})
}

/** Says in words on which host a command runs; the host stands as `{host}`. */
export function placeText({on, kind}: Pick<PlanCommand, 'on' | 'kind'>, texts: Texts): string {
  return texts[`${kind === 'shell' ? 'on' : 'do'}-${on.kind}`]
}

/** The same, and what it does there. */
export function whereText(command: WhereParts, texts: Texts): string {
  return `${placeText(command, texts)}: ${texts[command.effect]}`
}

type WhereParts = Pick<PlanCommand, 'on' | 'kind' | 'effect'>

/** The same with the host or role as the author named it. */
export function whereWords(command: WhereParts, texts: Texts): string {
  const {on} = command
  const host = on.kind === 'host' || on.kind === 'role' ? on.name : ''
  return fill(whereText(command, texts), {host})
}
