import {linkOf, parseLink, type ParsedLink} from '@handrail/runbook/link'
import type {Leg, Log} from '@handrail/runbook/log'
import type {Given} from '@handrail/runbook/machine'
import type {EmbeddedPlan} from '../frame-runbook.ts'
import {type ChangeOf, type Session, isSame} from './session.ts'
import {type KeptSession, SessionStore, lastUse} from './session-store.ts'

/** What a responder should hear of where the session is kept. */
export type PlaceEvent =
  /** The browser's storage takes no more: the log lives only as long as the page. */
  | 'storage-full'
  /** Another tab has gone on with this session. */
  | 'elsewhere'
  /** Another tab has gone on as well: from here on there are two sessions. */
  | 'forked'

/** A session that nobody touched for a day is offered, not taken up by itself. */
const freshFor = 24 * 3600 * 1000

/**
 * Where a session is kept: in the fragment of the page's address, with an entry in the browser's
 * history for every answer, and with its log in the browser's storage.
 */
export class SessionPlace {
  /** Sessions of this runbook that were not taken up, the last used first. */
  earlier: readonly KeptSession[] = []
  /** When the session was last used that was taken up without being asked for by the address. */
  takenUp: string | undefined
  /** What happened since the last answer. */
  readonly events = new Set<PlaceEvent>()
  readonly store = new SessionStore()
  private readonly session: Session
  private readonly prefix: string
  private readonly tell: (event: PlaceEvent) => void
  /** The fragment that shows the session's state; what differs from it came from outside. */
  private shown: string
  /** The entries of the log that are written to the storage, or cannot be. */
  private stored: number
  private isFull = false
  /** The address has changed already; there is nothing to add to the history. */
  private isFollowing = false

  constructor(session: Session, {idPrefix}: EmbeddedPlan, tell: (event: PlaceEvent) => void) {
    this.session = session
    this.prefix = idPrefix
    this.tell = tell
    this.takeUp()
    this.shown = location.hash
    this.stored = this.store.current()?.entries.length ?? 0
    this.write()
    session.onChange((of) => this.keep(of))
  }

  listen(): void {
    window.addEventListener('popstate', this.follow)
    window.addEventListener('hashchange', this.follow)
    window.addEventListener('storage', this.hear)
    window.addEventListener('pageshow', this.comeBack)
    window.addEventListener('beforeunload', this.warn)
  }

  ignore(): void {
    window.removeEventListener('popstate', this.follow)
    window.removeEventListener('hashchange', this.follow)
    window.removeEventListener('storage', this.hear)
    window.removeEventListener('pageshow', this.comeBack)
    window.removeEventListener('beforeunload', this.warn)
  }

  /** The address at which anyone takes up this session. */
  address(): string {
    return location.href.replace(/#.*/, '') + this.fragment()
  }

  /** Goes on from where another tab has come to. */
  joinOther(): void {
    const log = this.store.current()
    if (log) this.session.resume(log)
  }

  /** Goes on with a session that this browser keeps; the present one stays kept as well. */
  join({id, log}: KeptSession): void {
    this.store.enter(id)
    this.listEarlier()
    this.session.resume(log)
  }

  /** Goes on with the session of a log from elsewhere. */
  import(log: Log): void {
    this.store.begin()
    this.listEarlier()
    this.session.resume(log)
  }

  /** Begins anew, in a session of its own. */
  restart(): void {
    this.store.begin()
    this.listEarlier()
    this.session.restart()
  }

  forget(id: string): void {
    this.store.forget(id)
    this.listEarlier()
  }

  /** Before the page is left for another runbook: the session goes on there. */
  leaveFor(runbook: string): void {
    this.write()
    this.store.leaveFor(runbook)
  }

  /** The log has entries that are nowhere but in this page. */
  hasUnsaved(): boolean {
    return this.isFull && this.session.log.entries.length > 0
  }

  private takeUp(): void {
    const {session, store} = this
    const link = this.fromAddress()
    const own = store.current()
    if (own && store.arrives(session.plan.name)) {
      session.arrive(link?.given ?? {}, own)
    } else if (!this.takeUpOwn(link, own) && !this.takeUpKept(link)) {
      store.begin()
      if (link) this.standAtLink(link)
    }
    this.listEarlier()
  }

  /** This tab's own session, after a reload or on the way back from another runbook. */
  private takeUpOwn(link: ParsedLink | undefined, own: Log | undefined): boolean {
    const at = own?.legs.findLastIndex(({runbook}) => runbook === this.session.plan.name) ?? -1
    const leg = own?.legs[at]
    if (!own || !leg) return false
    const answers = link?.answers ?? leg.answers
    if (!isSame(answers, leg.answers.slice(0, answers.length))) return false
    if (link && answers.length === 0 && !this.isSameStart(link, leg)) return false
    this.session.resume({...own, legs: own.legs.slice(0, at + 1)})
    if (answers.length < this.session.state.answers.length) this.session.standAt(answers)
    return true
  }

  /** A session that another tab, or this browser before it was closed, has kept. */
  private takeUpKept(link: ParsedLink | undefined): boolean {
    const kept = this.store.sessions(this.session.plan.name).find(({log}) => {
      const leg = log.legs.at(-1)!
      if (!link) return Date.now() - Date.parse(lastUse(log)) < freshFor
      return (
        link.answers.length > 0 && isSame(link.answers, leg.answers) && isNamedAs(link, leg.given)
      )
    })
    if (!kept) return false
    this.store.enter(kept.id)
    this.session.resume(kept.log)
    if (!link && this.session.state.answers.length > 0) this.takenUp = lastUse(kept.log)
    return true
  }

  private standAtLink({given, answers, version}: ParsedLink): void {
    const {plan} = this.session
    this.session.stand(given, answers)
    if (version === undefined || version === plan.version) return
    this.session.changes = [{kind: 'version', from: version, to: plan.version}]
  }

  private isSameStart(link: ParsedLink, leg: Leg): boolean {
    const first = this.session.plan.steps[0]!.id
    return (link.given.step ?? first) === (leg.given.step ?? first) && isNamedAs(link, leg.given)
  }

  private listEarlier(): void {
    const {store, session} = this
    this.earlier = store
      .sessions(session.plan.name)
      .filter(({id, log}) => !store.isCurrent(id) && log.entries.length > 0)
  }

  private fragment(): string {
    const link = linkOf(this.session.plan, this.session.state)
    return `#${this.prefix}${link.slice(1)}`
  }

  private keep(of: ChangeOf): void {
    this.takenUp = undefined
    if (of === 'path') this.events.clear()
    this.write()
    // An answer that leads to another runbook is no place to come back to.
    if (this.session.state.leaves) return
    const fragment = this.fragment()
    if (fragment === this.shown) return
    this.shown = fragment
    if (!this.isFollowing) history.pushState(null, '', fragment)
  }

  private write(): void {
    const {log} = this.session
    if (log.entries.length === this.stored) return
    this.stored = log.entries.length
    const written = this.store.write(log)
    this.isFull = written === 'full'
    if (written === 'full') this.happen('storage-full')
    if (written === 'forked') this.happen('forked')
  }

  private readonly follow = (): void => {
    if (location.hash === this.shown) return
    const link = this.fromAddress()
    if (!link && location.hash !== '') return
    this.shown = location.hash
    this.isFollowing = true
    this.goTo(link)
    this.isFollowing = false
    history.replaceState(null, '', this.shown)
  }

  private goTo(link: ParsedLink | undefined): void {
    const {session} = this
    const {given} = session.changing?.former ?? session.aside?.state ?? session.state
    const first = given.step ?? session.plan.steps[0]!.id
    if (!link) return session.standAt([])
    if (!isNamedAs(link, given)) {
      this.store.begin()
      return this.standAtLink(link)
    }
    if (link.answers.length > 0) return session.standAt(link.answers, link.given.step)
    return link.step === first ? session.standAt([]) : session.lookAt(link.step!, link.given)
  }

  private readonly hear = (event: StorageEvent): void => {
    if (this.store.concerns(event)) this.happen('elsewhere')
  }

  private happen(event: PlaceEvent): void {
    this.events.add(event)
    this.tell(event)
  }

  /** The browser may show the page again as it was left: at an answer that led away. */
  private readonly comeBack = (event: PageTransitionEvent): void => {
    if (event.persisted && this.session.state.leaves) this.session.back()
  }

  private readonly warn = (event: BeforeUnloadEvent): void => {
    if (this.hasUnsaved()) event.preventDefault()
  }

  private fromAddress(): ParsedLink | undefined {
    const fragment = location.hash.slice(1)
    if (fragment === '' || !fragment.startsWith(this.prefix)) return undefined
    const link = parseLink(fragment.slice(this.prefix.length))
    const known = this.session.plan.steps.some(({id}) => id === link.step)
    return known || Object.keys(link.given.hosts ?? {}).length ? link : undefined
  }
}

/** Whether a link names the hosts as a session does, as far as it names them. */
function isNamedAs({given: {hosts = {}}}: ParsedLink, session: Given): boolean {
  return Object.entries(hosts).every(([host, name]) => (session.hosts?.[host] ?? host) === name)
}
