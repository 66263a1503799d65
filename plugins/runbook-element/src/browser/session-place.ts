import {linkOf, parseLink} from '@handrail/runbook/link'
import type {EmbeddedPlan} from '../frame-runbook.ts'
import type {Session, SessionRecord} from './session.ts'

/**
 * Where a session is kept: in the fragment of the page's address, with an entry in the browser's
 * history for every answer, and in its storage, so that a page opened without a fragment goes on.
 */
export class SessionPlace {
  private readonly session: Session
  private readonly prefix: string
  private readonly key: string
  /** The fragment that shows the session's state; what differs from it came from outside. */
  private shown = ''

  constructor(session: Session, {plan, idPrefix}: EmbeddedPlan) {
    this.session = session
    this.prefix = idPrefix
    this.key = `handrail:${plan.name}`
    const record = this.fromAddress() ?? this.fromStorage()
    if (record) session.resume(record)
    this.shown = location.hash
    session.onChange(() => this.keep())
  }

  listen(): void {
    window.addEventListener('popstate', this.follow)
    window.addEventListener('hashchange', this.follow)
  }

  ignore(): void {
    window.removeEventListener('popstate', this.follow)
    window.removeEventListener('hashchange', this.follow)
  }

  /** The fragment at which another page takes up what this session has decided. */
  fragment(): string {
    const link = linkOf(this.session.plan, this.session.state)
    return `#${this.prefix}${link.slice(1)}`
  }

  private keep(): void {
    const fragment = this.fragment()
    if (fragment === this.shown) return
    this.shown = fragment
    history.pushState(null, '', fragment)
    this.store()
  }

  private store(): void {
    try {
      localStorage.setItem(this.key, JSON.stringify(this.session.record))
    } catch {
      // Storage is full or forbidden; the address still holds the session.
    }
  }

  private readonly follow = (): void => {
    if (location.hash === this.shown) return
    this.shown = location.hash
    const record = this.fromAddress()
    if (record) this.session.resume(record)
  }

  private fromAddress(): SessionRecord | undefined {
    const {plan} = this.session
    const fragment = location.hash.slice(1)
    if (!fragment.startsWith(this.prefix)) return undefined
    const {step, given, answers} = parseLink(fragment.slice(this.prefix.length))
    const known = plan.steps.some(({id}) => id === step)
    return known ? {given, answers} : undefined
  }

  private fromStorage(): SessionRecord | undefined {
    try {
      const kept: unknown = JSON.parse(localStorage.getItem(this.key) ?? 'null')
      return isRecord(kept) ? kept : undefined
    } catch {
      return undefined
    }
  }
}

/** Only the shape is looked at: `replay` checks every name, value and answer. */
function isRecord(kept: unknown): kept is SessionRecord {
  if (typeof kept !== 'object' || kept === null) return false
  const {given, answers} = kept as Partial<SessionRecord>
  return typeof given === 'object' && given !== null && Array.isArray(answers)
}
