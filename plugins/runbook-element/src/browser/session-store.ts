import {type Log, logToJson, parseLog} from '@handrail/runbook/log'

/** A session that this browser keeps. */
export interface KeptSession {
  readonly id: string
  readonly log: Log
}

/** How writing went: `forked` says that another tab had gone another way, which is kept too. */
export type Written = 'kept' | 'forked' | 'full'

const prefix = 'handrail:session:'
const tabKey = 'handrail:tab'
const arrivalKey = 'handrail:arrival'

/**
 * The sessions of this browser: the log of each in `localStorage`, under a key of its own, so that
 * no session ever takes the place of another; and in `sessionStorage` the one this tab is in.
 */
export class SessionStore {
  private id = readText(() => sessionStorage, tabKey) ?? newId()

  /** The session this tab is in, as it was last written, by this tab or by another. */
  current(): Log | undefined {
    return this.read(this.id)
  }

  /** Whether an event of the storage is about the session this tab is in. */
  concerns(event: StorageEvent): boolean {
    return event.key === prefix + this.id && event.newValue !== null
  }

  /** Puts this tab into a session of its own. */
  begin(): void {
    this.enter(newId())
  }

  enter(id: string): void {
    this.id = id
    writeText(() => sessionStorage, tabKey, id)
  }

  isCurrent(id: string): boolean {
    return id === this.id
  }

  write(log: Log): Written {
    const text = logToJson(log)
    const before = this.current()
    const forked = before !== undefined && !goesOn(before, parseLog(text).log)
    this.enter(forked ? newId() : this.id)
    if (!writeText(() => localStorage, prefix + this.id, text)) return 'full'
    return forked ? 'forked' : 'kept'
  }

  forget(id: string): void {
    localStorage.removeItem(prefix + id)
  }

  /** The sessions that stand in a runbook, the last used first. */
  sessions(runbook: string): KeptSession[] {
    return storedIds()
      .flatMap((id) => {
        const log = this.read(id)
        return log?.legs.at(-1)?.runbook === runbook ? [{id, log}] : []
      })
      .sort((one, other) => lastUse(other.log).localeCompare(lastUse(one.log)))
  }

  /** Says, before the page is left, which runbook the session goes on in. */
  leaveFor(runbook: string): void {
    writeText(() => sessionStorage, arrivalKey, runbook)
  }

  /** Whether this tab has come here from another runbook; true once. */
  arrives(runbook: string): boolean {
    const expected = readText(() => sessionStorage, arrivalKey)
    if (expected !== undefined) sessionStorage.removeItem(arrivalKey)
    return expected === runbook
  }

  private read(id: string): Log | undefined {
    return parseLog(readText(() => localStorage, prefix + id) ?? '').log
  }
}

/** When something was last written, in UTC; empty for an empty log. */
export function lastUse({entries}: Log): string {
  return entries.at(-1)?.at ?? ''
}

/** Whether a log is the other with more written to it; both as they are when they are read. */
function goesOn(before: Log, now: Log | undefined): boolean {
  const entries = now?.entries ?? []
  return before.entries.every((entry, at) => JSON.stringify(entry) === JSON.stringify(entries[at]))
}

function newId(): string {
  return crypto.getRandomValues(new Uint32Array(3)).join('-')
}

function storedIds(): string[] {
  try {
    return Object.keys(localStorage).flatMap((key) =>
      key.startsWith(prefix) ? [key.slice(prefix.length)] : [],
    )
  } catch {
    return []
  }
}

/** A browser may forbid storage, even to ask for it. */
function readText(storage: () => Storage, key: string): string | undefined {
  try {
    return storage().getItem(key) ?? undefined
  } catch {
    return undefined
  }
}

function writeText(storage: () => Storage, key: string, text: string): boolean {
  try {
    storage().setItem(key, text)
    return true
  } catch {
    return false
  }
}
