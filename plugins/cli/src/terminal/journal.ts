import {renameSync, writeFileSync} from 'node:fs'
import type {Plan} from '@handrail/runbook'
import {type Happening, type Log, emptyLog, logToJson, record} from '@handrail/runbook/log'
import type {State} from '@handrail/runbook/machine'

/** Where what happens is written down, at once, so that nothing is lost with the connection. */
export interface Journal {
  /** The file it is kept in. */
  readonly file: string
  add(plan: Plan, state: State, happening: Happening): void
}

/**
 * A journal in a file. Each entry rewrites the file as a whole beside itself first, so that there is
 * a complete log on the disk at every moment.
 *
 * @param by the responder's name.
 * @param log what was written before, when a session is taken up again.
 */
export function fileJournal(file: string, by: string | undefined, log: Log = emptyLog): Journal {
  let written = log
  return {
    file,
    add(plan, state, happening) {
      const now = new Date()
      const stamp = {
        at: `${now.toISOString().slice(0, 19)}Z`,
        offset: -now.getTimezoneOffset(),
        ...(by && {by}),
      }
      written = record(written, plan, state, happening, stamp)
      writeFileSync(`${file}.new`, logToJson(written))
      renameSync(`${file}.new`, file)
    },
  }
}
