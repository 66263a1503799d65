import type {PageFacts} from '@handrail/rst'
import {RecordingIndex} from './recording-index.ts'

export interface ScopeOptions {
  /** All pages, for references that may lead to any of them. */
  pages?: () => Iterable<string>
  /** Where labels hold: pages with the same answer see each other's, such as those of a version. */
  scopeOf?: (path: string) => string
  /** The page of which a page is the translation. */
  originalOf?: (path: string) => string | undefined
}

/** Where the pages come from that others ask about. */
interface PageSource {
  /** What a page says by itself now; `undefined` if there is none. */
  factsOf(path: string): PageFacts | undefined
  /** The pages that have been read. */
  known(): Iterable<string>
}

/** The pages that a site shows, and those in the place of which it shows their translations. */
interface SitePages {
  shown: ReadonlySet<string>
  translated: ReadonlySet<string>
}

/** What pages are told of one another, by the scopes in which labels hold. */
export class Scopes {
  private readonly options: ScopeOptions
  private readonly source: PageSource
  private readonly indexes = new Map<string, RecordingIndex>()
  private pages: SitePages | undefined
  /** Whether a page had places for others when it was entered in its index. */
  private readonly enteredAs = new Map<string, boolean>()
  /** Scopes all pages of which have been entered since the last `refresh`. */
  private readonly complete = new Set<string>()

  constructor(options: ScopeOptions, source: PageSource) {
    this.options = options
    this.source = source
  }

  /** Files may have changed. */
  refresh(): void {
    this.pages = undefined
    this.complete.clear()
  }

  /** The index of the scope a page is in. */
  indexFor(path: string): RecordingIndex {
    const scope = this.scopeOf(path)
    let index = this.indexes.get(scope)
    if (!index) {
      index = new RecordingIndex({
        read: (page) => this.toldOf(page, this.source.factsOf(page)),
        check: (page) => void this.source.factsOf(page),
        readAll: () => this.enterAll(scope),
        isShown: (page) => this.hasPlaces(page) || this.sitePages().translated.has(page),
        originalOf: this.options.originalOf,
      })
      this.indexes.set(scope, index)
    }
    return index
  }

  /** Has a page known in its scope, and forgotten where it is none any more. */
  enter(path: string, facts: PageFacts | undefined): void {
    const told = this.toldOf(path, facts)
    const own = told && this.indexFor(path)
    for (const index of this.indexes.values()) {
      if (index === own || index.has(path)) index.set(path, told)
    }
    this.enteredAs.set(path, this.hasPlaces(path))
  }

  /** Brings all that is known of a scope up to date; pages that are gone are no longer known. */
  private enterAll(scope: string): void {
    if (this.complete.has(scope)) return
    this.complete.add(scope)
    const {shown, translated} = this.sitePages()
    for (const path of new Set([...this.source.known(), ...shown, ...translated])) {
      if (this.scopeOf(path) !== scope) continue
      const facts = this.source.factsOf(path)
      if (this.enteredAs.get(path) !== this.hasPlaces(path)) this.enter(path, facts)
    }
  }

  /**
   * What other pages are told of a page. One in the place of which its translation is shown has a
   * title for them, but no places: its translation has these.
   */
  private toldOf(path: string, facts: PageFacts | undefined): PageFacts | undefined {
    return facts && !this.hasPlaces(path) ? {...facts, labels: [], objects: []} : facts
  }

  private hasPlaces(path: string): boolean {
    return !this.options.pages || this.sitePages().shown.has(path)
  }

  private sitePages(): SitePages {
    if (!this.pages) {
      const shown = new Set(this.options.pages?.())
      const originals = [...shown].flatMap((page) => this.options.originalOf?.(page) ?? [])
      this.pages = {shown, translated: new Set(originals)}
    }
    return this.pages
  }

  private scopeOf(path: string): string {
    return this.options.scopeOf?.(path) ?? ''
  }
}
