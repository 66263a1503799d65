import {PageIndex, type PageIndexOptions} from '@handrail/rst'

/** A question of a page: asked again, it has the answer of now. */
type Question = () => {page: string} | undefined | ({page: string} | string)[]

export interface RecordingIndexOptions extends PageIndexOptions {
  /** Brings what is known of a page up to date. */
  check: (page: string) => void
  /** Whether the site shows a page, or its translation. */
  isShown: (page: string) => boolean
  /** The page of which a page is the translation: what is not translated is found there. */
  originalOf?: ((page: string) => string | undefined) | undefined
}

/**
 * An index of pages that remembers what each page asked and was answered, so that one can tell
 * later whether the page would be answered the same.
 */
export class RecordingIndex extends PageIndex {
  private readonly check: RecordingIndexOptions['check']
  private readonly isShown: RecordingIndexOptions['isShown']
  private readonly originalOf: NonNullable<RecordingIndexOptions['originalOf']>
  private readonly asked = new Map<string, Question[]>()

  constructor(options: RecordingIndexOptions) {
    super(options)
    this.check = options.check
    this.isShown = options.isShown
    this.originalOf = options.originalOf ?? (() => undefined)
  }

  override findPage(name: string, from: string): ReturnType<PageIndex['findPage']> {
    return this.record(from, () => {
      const own = this.freshPage(name, from)
      const original = own ? undefined : this.originalOf(from)
      return original === undefined ? own : this.freshPage(name, original)
    })
  }

  private freshPage(name: string, from: string): ReturnType<PageIndex['findPage']> {
    const found = super.findPage(name, from)
    if (!found) return undefined
    this.check(found.page)
    return super.findPage(name, from)
  }

  override findLabel(name: string, from: string): ReturnType<PageIndex['findLabel']> {
    return this.record(from, () => super.findLabel(name, from))
  }

  override findObjects(
    domain: string,
    name: string,
    from: string,
  ): ReturnType<PageIndex['findObjects']> {
    return this.record(from, () => super.findObjects(domain, name, from))
  }

  /** Beside those of a translation, pages of the original that are not translated. */
  override pagesLike(pattern: string, from: string): string[] {
    return this.record(from, () => {
      const original = this.originalOf(from)
      const own = this.shownLike(pattern, from)
      if (original === undefined) return own
      const translated = new Set(own.map((page) => this.originalOf(page)))
      const others = this.shownLike(pattern, original).filter((page) => !translated.has(page))
      return [...own, ...others].sort((a, b) => (this.nameOf(a) < this.nameOf(b) ? -1 : 1))
    })
  }

  private shownLike(pattern: string, from: string): string[] {
    return super.pagesLike(pattern, from).filter((page) => this.isShown(page))
  }

  private nameOf(page: string): string {
    return this.originalOf(page) ?? page
  }

  /** The answers a page would get now to all it has asked; empty if it has asked nothing. */
  answersTo(page: string): string {
    const questions = this.asked.get(page)
    return questions ? JSON.stringify(questions.map((ask) => ask() ?? null)) : ''
  }

  /** Forgets what a page has asked: it is about to ask anew. */
  forget(page: string): void {
    this.asked.delete(page)
  }

  private record<T extends ReturnType<Question>>(from: string, ask: () => T): T {
    const questions = this.asked.get(from)
    if (questions) questions.push(ask)
    else this.asked.set(from, [ask])
    return ask()
  }
}
