import {linkOf, parseLink, type ParsedLink} from '@handrail/runbook/link'
import {type Log, logToJson, parseLog} from '@handrail/runbook/log'
import type {EmbeddedPlan} from '../frame-runbook.ts'
import type {Session} from './session.ts'

/** What happened to a session outside of this page. */
export type PlaceEvent = 'storage-full' | 'elsewhere'

/**
 * Where a session is kept: in the fragment of the page's address, with an entry in the browser's
 * history for every answer, and with its log in the browser's storage.
 */
export class SessionPlace {
  private readonly session: Session
  private readonly prefix: string
  private readonly key: string
  private readonly tell: (event: PlaceEvent) => void
  /** The fragment that shows the session's state; what differs from it came from outside. */
  private shown = ''
  /** The log of another tab that has gone on with this runbook. */
  private other: Log | undefined

  constructor(session: Session, {plan, idPrefix}: EmbeddedPlan, tell: (event: PlaceEvent) => void) {
    this.session = session
    this.prefix = idPrefix
    this.key = `handrail:${plan.name}`
    this.tell = tell
    this.takeUp()
    this.shown = location.hash
    session.onChange(() => this.keep())
  }

  listen(): void {
    window.addEventListener('popstate', this.follow)
    window.addEventListener('hashchange', this.follow)
    window.addEventListener('storage', this.notice)
  }

  ignore(): void {
    window.removeEventListener('popstate', this.follow)
    window.removeEventListener('hashchange', this.follow)
    window.removeEventListener('storage', this.notice)
  }

  /** The address at which anyone takes up this session. */
  address(): string {
    return location.href.replace(/#.*/, '') + this.fragment()
  }

  /** Goes on from where another tab is. */
  joinOther(): void {
    if (this.other) this.session.resume(this.other)
    this.other = undefined
  }

  /** A link without answers is an alert's or a colleague's: what was kept here does not fit it. */
  private takeUp(): void {
    const link = this.fromAddress()
    const log = this.fromStorage()
    const kept = log?.legs.at(-1)?.answers ?? []
    const sameWay = link && JSON.stringify(kept) === JSON.stringify(link.answers)
    if (log && (!link || sameWay)) this.session.resume(log)
    else if (link) this.session.stand(link.given, link.answers)
  }

  private fragment(): string {
    const link = linkOf(this.session.plan, this.session.state)
    return `#${this.prefix}${link.slice(1)}`
  }

  private keep(): void {
    this.store()
    const fragment = this.fragment()
    if (fragment === this.shown) return
    this.shown = fragment
    history.pushState(null, '', fragment)
  }

  private store(): void {
    if (this.session.log.entries.length === 0) return
    try {
      localStorage.setItem(this.key, logToJson(this.session.log))
    } catch {
      this.tell('storage-full')
    }
  }

  private readonly follow = (): void => {
    if (location.hash === this.shown) return
    this.shown = location.hash
    const link = this.fromAddress()
    if (link) this.session.stand(link.given, link.answers)
    else if (location.hash === '') this.session.stand(this.session.state.given, [])
  }

  private readonly notice = (event: StorageEvent): void => {
    if (event.key !== this.key || event.newValue === null) return
    this.other = parseLog(event.newValue).log
    if (this.other) this.tell('elsewhere')
  }

  private fromAddress(): ParsedLink | undefined {
    const fragment = location.hash.slice(1)
    if (fragment === '' || !fragment.startsWith(this.prefix)) return undefined
    const link = parseLink(fragment.slice(this.prefix.length))
    const known = this.session.plan.steps.some(({id}) => id === link.step)
    return known || Object.keys(link.given.hosts ?? {}).length ? link : undefined
  }

  private fromStorage(): Log | undefined {
    try {
      return parseLog(localStorage.getItem(this.key) ?? '').log
    } catch {
      return undefined
    }
  }
}
