import type {LabelFacts, ObjectFacts, PageFacts} from './facts.ts'
import {folderOf, joinPath} from './path.ts'

/** Something on a page: where a reference leads. */
export type Found<F> = F & {page: string}

export interface PageIndexOptions {
  /**
   * The folder that a page's name with a leading `/` starts from. Without it such a name is looked
   * for in the folders above the page that refers to it, the nearest first.
   */
  root?: string
  /** Endings that a page's name is tried with, in this order. */
  suffixes?: readonly string[]
  /** Finds out about a page that is not entered yet; without it such a page does not exist. */
  read?: (path: string) => PageFacts | undefined
  /** Has the pages that are left entered, before one of all labels or objects is looked up. */
  readAll?: () => void
}

/**
 * What is known of all pages: their titles, labels and objects. It remembers which page asked for
 * what, so that after a change of one page it can tell which others that concerns.
 */
export class PageIndex {
  private readonly options: PageIndexOptions
  private readonly suffixes: readonly string[]
  private readonly pages = new Map<string, PageFacts>()
  private readonly labels = new Register<LabelFacts>()
  private readonly objects = new Register<ObjectFacts>()
  /** The pages that asked, by question. */
  private readonly askers = new Map<string, Set<string>>()

  constructor(options: PageIndexOptions = {}) {
    this.options = options
    this.suffixes = options.suffixes ?? ['.rst', '.md', '.mdx', '.txt']
  }

  /** Enters, replaces or (without facts) removes a page; answers the pages that this concerns. */
  set(path: string, facts: PageFacts | undefined): Set<string> {
    const old = this.pages.get(path)
    const questions = [...new Set([old, facts].flatMap((known) => questionsAbout(path, known)))]
    const asked = questions.filter((question) => this.askers.has(question))
    const before = asked.map((question) => this.answer(question))
    this.enter(path, facts)
    const changed = asked.filter((question, i) => this.answer(question) !== before[i])
    const concerned = changed.flatMap((question) => [...this.askers.get(question)!])
    return new Set(concerned.filter((page) => page !== path))
  }

  has(path: string): boolean {
    return this.pages.has(path)
  }

  /** The page that `name` means on page `from`: relative to that page, with or without ending. */
  findPage(name: string, from: string): Found<PageFacts> | undefined {
    for (const stem of this.stems(name, from)) {
      for (const suffix of ['', ...this.suffixes]) {
        const page = stem + suffix
        const facts = this.page(page, from)
        if (facts) return {...facts, page}
      }
    }
    return undefined
  }

  /** The place a label names. If several pages have it, the last one of them by name counts. */
  findLabel(name: string, from: string): Found<LabelFacts> | undefined {
    this.options.readAll?.()
    this.note(labelQuestion(name), from)
    return this.labels.last(name)
  }

  /** The objects of a domain with this name; terms are compared without case if need be. */
  findObjects(domain: string, name: string, from: string): Found<ObjectFacts>[] {
    this.options.readAll?.()
    this.note(objectQuestion(domain, name), from)
    return this.objects.all(objectKey(domain, name))
  }

  /** All names that a reference could have meant, for a message about one that leads nowhere. */
  names(kind: 'page' | 'label' | 'object'): Iterable<string> {
    if (kind === 'page') return this.pages.keys()
    return kind === 'label' ? this.labels.names() : this.objects.names()
  }

  /** Pages other than `page` that have a label too. */
  othersWithLabel(name: string, page: string): string[] {
    return this.labels.all(name).flatMap((found) => (found.page === page ? [] : found.page))
  }

  private *stems(name: string, from: string): Iterable<string> {
    const {root} = this.options
    let folder = folderOf(from)
    if (!name.startsWith('/')) {
      const stem = joinPath(folder, name)
      if (stem !== undefined) yield stem
    } else if (root !== undefined) {
      yield joinPath(root, name) ?? ''
    } else {
      for (; folder !== ''; folder = folderOf(folder)) yield joinPath(folder, name) ?? ''
      yield joinPath('', name) ?? ''
    }
  }

  private page(path: string, from: string): PageFacts | undefined {
    this.note(pageQuestion(path), from)
    const known = this.pages.get(path)
    if (known || !this.options.read) return known
    const facts = this.options.read(path)
    if (facts) this.enter(path, facts)
    return facts
  }

  private enter(path: string, facts: PageFacts | undefined): void {
    this.labels.remove(path)
    this.objects.remove(path)
    if (!facts) {
      this.pages.delete(path)
      return
    }
    this.pages.set(path, facts)
    for (const label of facts.labels) this.labels.add(label.name, path, label)
    for (const object of facts.objects) {
      this.objects.add(objectKey(object.domain, object.name), path, object)
    }
  }

  private note(question: string, page: string): void {
    const askers = this.askers.get(question)
    if (askers) askers.add(page)
    else this.askers.set(question, new Set([page]))
  }

  /** The present answer to a question, in a form that can be compared. */
  private answer(question: string): string {
    const kind = question[0]
    const subject = question.slice(1)
    if (kind === 'p')
      return JSON.stringify([this.pages.has(subject), this.pages.get(subject)?.title])
    if (kind === 'l') return JSON.stringify(this.labels.last(subject))
    return JSON.stringify(this.objects.all(subject))
  }
}

function pageQuestion(path: string): string {
  return `p${path}`
}

function labelQuestion(name: string): string {
  return `l${name}`
}

function objectQuestion(domain: string, name: string): string {
  return `o${objectKey(domain, name)}`
}

/** Objects are kept without case; who looks one up compares the case. */
function objectKey(domain: string, name: string): string {
  return `${domain} ${name.toLowerCase()}`
}

function questionsAbout(path: string, facts: PageFacts | undefined): string[] {
  if (!facts) return [pageQuestion(path)]
  return [
    pageQuestion(path),
    ...facts.labels.map(({name}) => labelQuestion(name)),
    ...facts.objects.map(({domain, name}) => objectQuestion(domain, name)),
  ]
}

/** Facts of many pages by name. */
class Register<F> {
  private readonly byName = new Map<string, Found<F>[]>()
  private readonly namesByPage = new Map<string, Set<string>>()

  add(name: string, page: string, facts: F): void {
    const found = {...facts, page}
    const others = this.byName.get(name)
    if (others) others.push(found)
    else this.byName.set(name, [found])
    const names = this.namesByPage.get(page)
    if (names) names.add(name)
    else this.namesByPage.set(page, new Set([name]))
  }

  remove(page: string): void {
    for (const name of this.namesByPage.get(page) ?? []) {
      const others = this.byName.get(name)!.filter((found) => found.page !== page)
      if (others.length > 0) this.byName.set(name, others)
      else this.byName.delete(name)
    }
    this.namesByPage.delete(page)
  }

  all(name: string): Found<F>[] {
    return this.byName.get(name) ?? []
  }

  last(name: string): Found<F> | undefined {
    return this.all(name).reduce<Found<F> | undefined>(
      (last, found) => (last && last.page > found.page ? last : found),
      undefined,
    )
  }

  names(): Iterable<string> {
    return this.byName.keys()
  }
}
