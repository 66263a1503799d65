import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {type Texts, englishTexts} from '@handrail/runbook-element/texts'

/** What only the terminal says, in English. */
export const englishWords = {
  prompt: 'Number, or h for help > ',
  help: `NUMBER    take that answer
b         back: take back the last answer, through all runbooks of this session
a         the answers so far; a NUMBER changes one and keeps the later that fit
p         paste output; the answer that fits is pointed out
n TEXT    write a note into the log
show      show a command that destroys data, after typing its host’s name
r         read the step again
m         the map of this runbook
run NAME  go on with another runbook, with the hosts and values of this one
log       print the log, as it goes into a ticket
q         leave; the log keeps everything`,
  'number-please': 'Type the number of an answer, or h for help.',
  'no-answer': 'There is no answer {number}.',
  'not-proven': 'Not proven: {claim}',
  end: 'The runbook ends here. b goes back, q leaves.',
  here: 'You are at step {number}.',
  'no-way-back': 'There is nothing to go back to.',
  'not-here': 'The runbook {name} is not here.',
  'not-a-host': 'That is not one of them.',
  changing:
    'Answer {number} is being changed. Later ones are kept if they still fit. b leaves it as it was.',
  'note-please': 'Type the note behind the n.',
  'name-please': 'Type the name of the runbook behind run.',
  'nothing-pasted': 'Nothing was pasted.',
  unsaved:
    'The log is not in its file: {problem}. Type log to see it, q again to leave without it > ',
  'not-in-file': 'NOT IN THE LOG FILE YET: {problem}. It is kept here and tried again.',
  'other-session': 'Another session writes to {file}. This one goes on in {other}.',
  'paste-host': 'Which host is it from? ({hosts}; Enter: several) ',
  'paste-now': 'Paste the output, then a line with a single dot.',
  'paste-nothing': 'Nothing of this was understood. It is kept in the log.',
  contradiction: 'CONTRADICTION: {contradiction}',
  named: '{name} is {host}',
  'show-command': 'Type show to see the command.',
  'only-look': 'Done already: while you wait, only look.',
  'end-of-block': 'End of the block.',
  log: 'Log: {file}',
  'log-kept': 'The log is in {file}',
  'go-on': 'To go on: handrail run --resume {file}',
  ticket: 'For the ticket: handrail log {file}',
} as const

export type TerminalTexts = Texts & Readonly<Record<keyof typeof englishWords, string>>

/** The words of the page and of the terminal, in English. */
export const englishTerminal: TerminalTexts = {...englishTexts, ...englishWords}

/** The same in a language, as far as the site has translated them. */
export function terminalTexts(site: string, language: string | undefined): TerminalTexts {
  if (language === undefined) return englishTerminal
  const folder = join(site, 'i18n', language, 'docusaurus-plugin-runbook')
  const messages = {
    ...messagesOf(join(folder, 'texts.json')),
    ...messagesOf(join(folder, 'terminal.json')),
  }
  const entries = Object.entries(englishTerminal).map(([id, text]) => [id, messages[id] ?? text])
  return Object.fromEntries(entries) as TerminalTexts
}

/** The messages of a file of translations; none if it cannot be read. */
function messagesOf(file: string): Record<string, string> {
  try {
    const entries = Object.entries(JSON.parse(readFileSync(file, 'utf8')) as object)
    return Object.fromEntries(
      entries.flatMap(([id, {message}]) => (typeof message === 'string' ? [[id, message]] : [])),
    ) as Record<string, string>
  } catch {
    return {}
  }
}
