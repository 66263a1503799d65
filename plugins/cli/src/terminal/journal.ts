import {closeSync, fsyncSync, openSync, renameSync, statSync, writeFileSync} from 'node:fs'
import type {Plan} from '@handrail/runbook'
import {type Happening, type Log, emptyLog, logToJson, record} from '@handrail/runbook/log'
import type {State} from '@handrail/runbook/machine'

/** Where what happens is written down, at once, so that nothing is lost with the connection. */
export interface Journal {
  /** The file it is kept in. */
  readonly file: string
  readonly log: Log
  /** Why what was added last is not in the file; it is in `log`, and is written with the next. */
  readonly problem: string | undefined
  add(plan: Plan, state: State, happening: Happening): void
}

export interface JournalOptions {
  file: string
  /** The responder's name. */
  by?: string | undefined
  /** What was written before, when a session is taken up again. */
  log?: Log | undefined
  /** Whether `log` is what the file holds; else there must be no such file. */
  takesUp?: boolean
}

/**
 * A journal in a file. Each entry writes the file as a whole beside itself first, so that there is a
 * complete log on the disk at every moment. If another session writes to the file too, this one goes
 * on in a file of its own.
 *
 * @throws the error of the file system if the file cannot be written at all, or is there already.
 */
export function fileJournal(options: JournalOptions): Journal {
  return new FileJournal(options)
}

class FileJournal implements Journal {
  file: string
  log: Log
  problem: string | undefined
  private readonly by: string | undefined
  private look: string

  constructor({file, by, log = emptyLog, takesUp = false}: JournalOptions) {
    this.file = file
    this.by = by
    this.log = log
    if (!takesUp) write(file, logToJson(log), 'wx')
    this.look = lookOf(file)
  }

  add(plan: Plan, state: State, happening: Happening): void {
    this.log = record(this.log, plan, state, happening, stamp(this.by))
    try {
      const look = lookOf(this.file)
      if (look !== this.look && look !== gone) this.file = freeName(this.file)
      write(`${this.file}.new`, logToJson(this.log), 'w')
      renameSync(`${this.file}.new`, this.file)
      this.look = lookOf(this.file)
      this.problem = undefined
    } catch (error) {
      this.problem = (error as Error).message
    }
  }
}

function stamp(by: string | undefined) {
  const now = new Date()
  const at = `${now.toISOString().slice(0, 19)}Z`
  return {at, offset: 0 - now.getTimezoneOffset(), ...(by && {by})}
}

/** To the disk itself: the power may be what fails next. */
function write(file: string, text: string, flag: 'w' | 'wx'): void {
  const descriptor = openSync(file, flag, 0o600)
  try {
    writeFileSync(descriptor, text)
    fsyncSync(descriptor)
  } finally {
    closeSync(descriptor)
  }
}

const gone = 'gone'

/** A file that was written by somebody else since looks different. */
function lookOf(file: string): string {
  const stat = statSync(file, {bigint: true, throwIfNoEntry: false})
  return stat ? `${stat.ino} ${stat.mtimeNs}` : gone
}

/** A name that no file has: `a-2.log.json` where `a.log.json` is taken. */
export function freeName(wanted: string): string {
  const numbered = (number: number) => wanted.replace(/((\.log)?\.json)?$/, `-${number}$1`)
  let name = wanted
  for (let number = 2; statSync(name, {throwIfNoEntry: false}); number++) name = numbered(number)
  return name
}
