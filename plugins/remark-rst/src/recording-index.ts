import {PageIndex, type PageIndexOptions} from '@handrail/rst'

/** What a page asks of the others: plain data, which can be kept and asked again. */
export type Question =
  | readonly ['page' | 'label' | 'pages', name: string]
  | readonly ['objects', name: string, domain: string]

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
  /** By page, each question once. */
  private readonly asked = new Map<string, Map<string, Question>>()

  constructor(options: RecordingIndexOptions) {
    super(options)
    this.check = options.check
    this.isShown = options.isShown
    this.originalOf = options.originalOf ?? (() => undefined)
  }

  override findPage(name: string, from: string): ReturnType<PageIndex['findPage']> {
    this.note(from, ['page', name])
    const own = this.freshPage(name, from)
    const original = own ? undefined : this.originalOf(from)
    return original === undefined ? own : this.freshPage(name, original)
  }

  private freshPage(name: string, from: string): ReturnType<PageIndex['findPage']> {
    const found = super.findPage(name, from)
    if (!found) return undefined
    this.check(found.page)
    return super.findPage(name, from)
  }

  override findLabel(name: string, from: string): ReturnType<PageIndex['findLabel']> {
    this.note(from, ['label', name])
    return super.findLabel(name, from)
  }

  override findObjects(
    domain: string,
    name: string,
    from: string,
  ): ReturnType<PageIndex['findObjects']> {
    this.note(from, ['objects', name, domain])
    return super.findObjects(domain, name, from)
  }

  /** Beside those of a translation, pages of the original that are not translated. */
  override pagesLike(pattern: string, from: string): string[] {
    this.note(from, ['pages', pattern])
    const original = this.originalOf(from)
    const own = this.shownLike(pattern, from)
    if (original === undefined) return own
    const translated = new Set(own.map((page) => this.originalOf(page)))
    const others = this.shownLike(pattern, original).filter((page) => !translated.has(page))
    return [...own, ...others].sort((a, b) => (this.nameOf(a) < this.nameOf(b) ? -1 : 1))
  }

  private shownLike(pattern: string, from: string): string[] {
    return super.pagesLike(pattern, from).filter((page) => this.isShown(page))
  }

  private nameOf(page: string): string {
    return this.originalOf(page) ?? page
  }

  /** The answers a page would get now to all it has asked; empty if it has asked nothing. */
  answersTo(page: string): string {
    const questions = this.questionsOf(page)
    return questions.length
      ? JSON.stringify(questions.map((question) => this.answer(question, page) ?? null))
      : ''
  }

  /** What a page has asked. */
  questionsOf(page: string): Question[] {
    return [...(this.asked.get(page)?.values() ?? [])]
  }

  /** Has a page have asked questions, and no others: none for one that is about to ask anew. */
  setQuestions(page: string, questions: readonly Question[]): void {
    this.asked.delete(page)
    for (const question of questions) this.note(page, question)
  }

  private note(from: string, question: Question): void {
    let questions = this.asked.get(from)
    if (!questions) this.asked.set(from, (questions = new Map()))
    questions.set(question.join('\0'), question)
  }

  private answer(
    [what, name, domain = '']: Question,
    from: string,
  ): {page: string} | undefined | ({page: string} | string)[] {
    if (what === 'page') return this.findPage(name, from)
    if (what === 'label') return this.findLabel(name, from)
    if (what === 'pages') return this.pagesLike(name, from)
    return this.findObjects(domain, name, from)
  }
}
