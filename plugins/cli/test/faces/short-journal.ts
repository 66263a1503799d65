import type {Runbook} from '@handrail/runbook'
import {emptyLog, record} from '@handrail/runbook/log'
import type {State} from '@handrail/runbook/machine'
import type {Journal} from '../../src/terminal/journal.ts'

/** A journal that remembers the way and forgets the entries, for sessions of thousands of steps. */
export function shortJournal(runbook: Runbook, state: State): Journal {
  const stamp = {at: '2026-11-23T02:14:05Z', offset: 0}
  let log = record(emptyLog, runbook, state, {kind: 'start'}, stamp)
  return {
    file: '',
    get log() {
      return log
    },
    problem: undefined,
    add(plan, state, happening) {
      log = {...record(log, plan, state, happening, stamp), entries: []}
    },
  }
}
