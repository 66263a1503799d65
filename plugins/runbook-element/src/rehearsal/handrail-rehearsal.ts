import {newSeed, parseRehearsal, type RehearsalLink} from '@handrail/runbook/rehearsal-link'
import {element} from '../browser/element.ts'
import {levelBelow} from './heading.ts'
import type {LoadSystem, RehearsalSource} from './rehearsal-data.ts'
import type {Stage} from './stage.ts'

/** What is to be shown: the rehearsal of a link, or a new one. */
export type Wanted = Pick<RehearsalLink, 'setting'> & Partial<RehearsalLink>

/** What the copy button of a command tells its page. */
type Copied = CustomEvent<{host?: string; text: string}>

/**
 * A rehearsal on a page. The page's own form, a child of this element, says what is to be
 * rehearsed; when it is sent, consoles take its place. A link to a rehearsal, and a reload in the
 * middle of one, begin with the consoles. All but this is loaded when it is needed.
 */
export class HandrailRehearsal extends HTMLElement {
  static loadSystem: LoadSystem

  private readonly root = this.attachShadow({mode: 'open'})
  private stage: Stage | undefined

  connectedCallback(): void {
    this.root.replaceChildren(element('slot'))
    this.addEventListener('submit', this.begun)
    window.addEventListener('hashchange', this.followed)
    document.addEventListener('handrail-copied', this.copied)
    const followed = this.linked(location.hash)
    const link = followed ?? this.linked(this.kept())
    if (link) void this.show(link, followed !== undefined)
  }

  disconnectedCallback(): void {
    this.removeEventListener('submit', this.begun)
    window.removeEventListener('hashchange', this.followed)
    document.removeEventListener('handrail-copied', this.copied)
  }

  private readonly begun = (event: Event): void => {
    event.preventDefault()
    const runbook = new FormData(event.target as HTMLFormElement).get('runbook')
    void this.show({setting: {seed: newSeed(), ...(runbook && {runbook: String(runbook)})}}, true)
  }

  private readonly followed = (): void => {
    const link = this.linked(location.hash)
    if (link) void this.show(link, true)
  }

  /** What is copied from a runbook on the same page is ready in the console it is for. */
  private readonly copied = (event: Event): void => {
    const {host, text} = (event as Copied).detail
    this.stage?.prepare(text, host)
  }

  /** A link to a rehearsal of what this place is for. */
  private linked(fragment: string): RehearsalLink | undefined {
    const own = this.dataset['runbook']
    const link = parseRehearsal(fragment)
    return link && (own === undefined || own === link.setting.runbook) ? link : undefined
  }

  private async show(wanted: Wanted, takesFocus: boolean): Promise<void> {
    try {
      const [{Stage}, source, system] = await Promise.all([
        import('./stage.ts'),
        this.source(),
        HandrailRehearsal.loadSystem(),
      ])
      this.stage = new Stage(
        this.root,
        {...source, system, level: levelBelow(this)},
        {
          begin: (setting) => void this.show({setting}, true),
          keep: (fragment) => this.keep(fragment),
          leave: () => this.leave(),
        },
      )
      this.stage.show(wanted, takesFocus)
    } catch {
      const problem = element('p', {role: 'alert'}, this.dataset['problem'] ?? '')
      this.root.querySelector('[role=alert]')?.remove()
      this.root.append(problem)
    }
  }

  /** The site's runbooks and words: a module at the address that the page gives. */
  private async source(): Promise<RehearsalSource> {
    const address = new URL(this.dataset['source'] ?? '', location.href).href
    return ((await import(address)) as {default: RehearsalSource}).default
  }

  /** Back to the page's own form. */
  private leave(): void {
    this.stage = undefined
    this.keep('')
    this.root.replaceChildren(element('slot'))
    this.querySelector<HTMLElement>('button')?.focus()
  }

  /** Where a reload finds the rehearsal again; another tab rehearses for itself. */
  private get key(): string {
    return `handrail-rehearsal:${location.pathname}:${this.dataset['runbook'] ?? ''}`
  }

  private keep(fragment: string): void {
    try {
      sessionStorage.setItem(this.key, fragment)
    } catch {
      // Full or forbidden: a reload begins anew, and the link still leads back.
    }
  }

  private kept(): string {
    try {
      return sessionStorage.getItem(this.key) ?? ''
    } catch {
      return ''
    }
  }
}
