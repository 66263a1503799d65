import {readFileSync} from 'node:fs'
import {type Log, parseLog} from '@handrail/runbook/log'
import {CommandFailure} from '../command-failure.ts'

/** A log that was kept in a file. */
export interface KeptLog {
  log: Log
  /** What of the file could not be read, each a sentence. */
  problems: readonly string[]
}

/** The log in a file. */
export function readLog(file: string): KeptLog {
  const {log, problems} = parseLog(readText(file))
  if (!log?.legs.length) throw new CommandFailure(`${file} is not the log of a session`)
  return {log, problems}
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    const {code, message} = error as NodeJS.ErrnoException
    throw new CommandFailure(code === 'EISDIR' ? `${file} is a folder` : message)
  }
}
