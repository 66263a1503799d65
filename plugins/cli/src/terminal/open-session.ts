import {accessSync, constants} from 'node:fs'
import {tmpdir, userInfo} from 'node:os'
import {join} from 'node:path'
import {fill} from '@handrail/runbook-element/texts'
import type {Runbook} from '@handrail/runbook'
import {type Change, type Log, resume} from '@handrail/runbook/log'
import {type Given, type State, start} from '@handrail/runbook/machine'
import {CommandFailure} from '../command-failure.ts'
import {type RunbookLibrary, runbookLibrary} from '../library/runbook-library.ts'
import {cacheShelf} from '../library/shelf.ts'
import {type Journal, fileJournal, freeName} from './journal.ts'
import {type KeptLog, readLog} from './read-log.ts'
import {runSession} from './run-session.ts'
import {processTerminal} from './terminal.ts'
import {type TerminalTexts, terminalTexts} from './words.ts'
import {wrap} from './wrap.ts'

export interface RunOptions {
  host: Record<string, string>
  role: Record<string, string>
  value: Record<string, string>
  site: string
  log?: string
  resume?: string
  name?: string
  lang?: string
  plain?: true
}

/** Begins a session in this terminal, or takes one up again, and stays until it is left. */
export async function openSession(name: string | undefined, options: RunOptions): Promise<void> {
  const {lang: language, site, plain, resume: file} = options
  const find = runbookLibrary({site, language, shelf: cacheShelf()})
  const kept = file === undefined ? undefined : readLog(file)
  const runbook = await findRunbook(name, kept?.log, find, site)
  const texts = terminalTexts(site, language)
  const {journal, state, notices} = kept
    ? takeUp(runbook, kept, options, texts)
    : begin(runbook, options)
  const terminal = processTerminal({plain})
  const say = (text: string) => terminal.write(wrap(text, terminal.width))
  notices.forEach(say)
  say(fill(texts.log, {file: journal.file}))
  await runSession(runbook, terminal, {
    texts,
    plain,
    state,
    find,
    reader: async () => (await import('@handrail/cluster/read')).reader,
    journal,
    clock: () => performance.now() / 1000,
  })
  terminal.close()
  terminal.write('')
  for (const id of ['log-kept', 'go-on', 'ticket'] as const)
    say(fill(texts[id], {file: journal.file}))
}

interface Opened {
  journal: Journal
  state: State
  /** What the responder should know first, each a sentence. */
  notices: readonly string[]
}

async function findRunbook(
  name: string | undefined,
  log: Log | undefined,
  find: RunbookLibrary,
  site: string,
): Promise<Runbook> {
  const logged = log?.legs.at(-1)?.runbook
  const wanted = name ?? logged
  if (wanted === undefined) throw new CommandFailure('name a runbook, or a log with --resume')
  const runbook = await find(wanted)
  if (!runbook) throw new CommandFailure(`no runbook ${wanted} in ${site}`)
  if (logged !== undefined && runbook.name !== logged) {
    throw new CommandFailure(`the log is of the runbook ${logged}, not of ${runbook.name}`)
  }
  return runbook
}

function begin(runbook: Runbook, options: RunOptions): Opened {
  const {state} = start(runbook, givenBy(runbook, options))
  const file = options.log ?? freeName(join(writableFolder(), defaultName(runbook)))
  const journal = openJournal(file, options)
  journal.add(runbook, state, {kind: 'start'})
  return {journal, state, notices: []}
}

/** The answers stay that still fit; what the options name is named anew. */
function takeUp(
  runbook: Runbook,
  {log, problems}: KeptLog,
  options: RunOptions,
  texts: TerminalTexts,
): Opened {
  const leg = log.legs.at(-1)!
  const {hosts, roles, values} = givenBy(runbook, options)
  const given: Given = {
    ...leg.given,
    hosts: {...leg.given.hosts, ...hosts},
    roles: {...leg.given.roles, ...roles},
    values: {...leg.given.values, ...values},
  }
  const legs = [...log.legs.slice(0, -1), {...leg, given}]
  const {state, misfits, changes} = resume(runbook, {...log, legs})
  const changed = [
    ...changes.map((change) => changeText(change, texts)),
    ...misfits.map(({reason}) => reason),
  ]
  // What could not be read is not written over.
  const file = options.log ?? (problems.length ? freeName(options.resume!) : options.resume!)
  const journal = openJournal(file, options, log)
  for (const text of changed) journal.add(runbook, state, {kind: 'changed', text})
  return {journal, state, notices: [...problems, ...changed]}
}

function changeText(change: Change, texts: TerminalTexts): string {
  if (change.kind === 'version') return texts['runbook-changed']
  return fill(texts[change.kind], {title: change.title})
}

/**
 * What the options say. A name the runbook does not have, or a value that cannot be, is a slip: the
 * command is not shown with something else instead.
 */
function givenBy(runbook: Runbook, {host, role, value}: RunOptions): Given {
  const {head, name} = runbook
  const known = [
    ['--host', host, head.hosts],
    ['--role', role, head.roles],
    ['--value', value, head.values.map((spec) => spec.name)],
  ] as const
  for (const [option, given, names] of known) {
    const unknown = Object.keys(given).find((one) => !names.includes(one))
    if (unknown === undefined) continue
    const there = names.length ? `there are ${names.join(', ')}` : 'there are none'
    throw new CommandFailure(`${option}: ${name} has no ${unknown}; ${there}`)
  }
  const given = {hosts: host, roles: role, values: value}
  const {misfits} = start(runbook, given)
  if (misfits.length) throw new CommandFailure(misfits.map(({reason}) => reason).join('; '))
  return given
}

function openJournal(file: string, {name, resume: resumed}: RunOptions, log?: Log): Journal {
  try {
    return fileJournal({file, by: name ?? login(), log, takesUp: file === resumed})
  } catch (error) {
    const taken = (error as NodeJS.ErrnoException).code === 'EEXIST'
    if (!taken) throw new CommandFailure(`the log cannot be written: ${(error as Error).message}`)
    throw new CommandFailure(`${file} is there already; --resume ${file} goes on with it`)
  }
}

/** A login without an entry among the users has no name. */
function login(): string | undefined {
  try {
    return userInfo().username
  } catch {
    return undefined
  }
}

/** This folder, or the one for temporary files where nothing can be written here. */
function writableFolder(): string {
  try {
    accessSync('.', constants.W_OK)
    return '.'
  } catch {
    return tmpdir()
  }
}

/** `split-brain-20261123T021405Z.log.json`: sorts by time, and is a file name everywhere. */
function defaultName({name}: Runbook): string {
  return `${name}-${new Date().toISOString().replace(/[-:]|\.\d+/g, '')}.log.json`
}
