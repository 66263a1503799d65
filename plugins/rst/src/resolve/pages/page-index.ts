import {relativePath} from '../../text/path.ts'
import type {LabelFacts, ObjectFacts, PageFacts, PageTitle} from './facts.ts'
import {folderOf, globPattern, joinPath} from './path.ts'

/** Something on a page: where a reference leads. */
export type Found<F> = F & {page: string}

export interface PageIndexOptions {
  /**
   * The folder that a page's name with a leading `/` starts from. Without it such a name is looked
   * for in all folders that lead to the page that refers to it, the outermost first.
   */
  root?: string
  /** Endings that a page's name is tried with, in this order. */
  suffixes?: readonly string[]
  /** Finds out about a page that is not entered yet; without it such a page does not exist. */
  read?: (path: string) => PageFacts | undefined
  /**
   * Finds out the title of a page that is not entered yet, where that is less work than `read`,
   * which is asked when there is no answer.
   */
  readTitle?: (path: string) => string | undefined
  /** Has the pages that are left entered, before one of all labels or objects is looked up. */
  readAll?: () => void
}

/** What is known of all pages: their titles, labels and objects. */
export class PageIndex {
  private readonly options: PageIndexOptions
  private readonly suffixes: readonly string[]
  private readonly pages = new Map<string, PageFacts>()
  /** Titles of pages that are not entered yet. */
  private readonly titles = new Map<string, PageTitle>()
  private readonly labels = new Register<LabelFacts>()
  private readonly objects = new Register<ObjectFacts>()

  constructor(options: PageIndexOptions = {}) {
    this.options = options
    this.suffixes = options.suffixes ?? ['.rst', '.md', '.mdx', '.txt']
  }

  /** Enters, replaces or (without facts) removes a page. */
  set(path: string, facts: PageFacts | undefined): void {
    this.labels.remove(path)
    this.objects.remove(path)
    this.pages.delete(path)
    this.titles.delete(path)
    if (!facts) return
    this.pages.set(path, facts)
    for (const label of facts.labels) this.labels.add(label.name, path, label)
    for (const object of facts.objects) {
      this.objects.add(objectKey(object.domain, object.name), path, object)
    }
  }

  has(path: string): boolean {
    return this.pages.has(path)
  }

  /** The page that `name` means on page `from`: relative to that page, with or without ending. */
  findPage(name: string, from: string): Found<PageTitle> | undefined {
    for (const stem of this.stems(name, from)) {
      for (const suffix of ['', ...this.suffixes]) {
        const page = stem + suffix
        const found = this.page(page)
        if (found) return {title: found.title, page}
      }
    }
    return undefined
  }

  /**
   * The place a label names, for a page that asks. If several pages have the label, the last one of
   * them by name counts.
   */
  findLabel(name: string, _from: string): Found<LabelFacts> | undefined {
    this.options.readAll?.()
    return this.labels.last(name)
  }

  /** The objects of a domain with this name in any case, for a page that asks. */
  findObjects(domain: string, name: string, _from: string): Found<ObjectFacts>[] {
    this.options.readAll?.()
    return this.objects.all(objectKey(domain, name))
  }

  /** The names by which a page could refer to the others. */
  pageNames(from: string): string[] {
    this.options.readAll?.()
    return [...this.pages.keys()].map((page) => relativePath(from, this.withoutSuffix(page)))
  }

  labelNames(): string[] {
    return this.labels.entries().map(({name}) => name)
  }

  objectNames(domain: string): string[] {
    const objects = this.objects.entries().filter((object) => object.domain === domain)
    return objects.map(({name}) => name)
  }

  /** The pages whose name without its ending matches a pattern, sorted. */
  pagesLike(pattern: string, from: string): string[] {
    this.options.readAll?.()
    const patterns = this.stems(pattern, from).map(globPattern)
    const matches = (page: string): boolean => {
      return patterns.some((regular) => regular.test(this.withoutSuffix(page)))
    }
    return [...this.pages.keys()].filter(matches).sort()
  }

  private withoutSuffix(page: string): string {
    const suffix = this.suffixes.find((ending) => page.endsWith(ending))
    return suffix === undefined ? page : page.slice(0, -suffix.length)
  }

  private stems(name: string, from: string): string[] {
    const {root} = this.options
    let folder = folderOf(from)
    const folders = [name.startsWith('/') && root !== undefined ? root : folder]
    if (name.startsWith('/') && root === undefined) {
      while (folder !== '') folders.unshift((folder = folderOf(folder)))
    }
    // For Sphinx there is nothing above the root: `../` stays where it is there.
    const inRoot = name.replace(/^(\.\.\/)+/, '')
    return folders.flatMap((start) => joinPath(start, name) ?? joinPath('', inRoot) ?? [])
  }

  private page(path: string): PageTitle | undefined {
    const known = this.pages.get(path) ?? this.titles.get(path)
    if (known) return known
    const title = this.options.readTitle?.(path)
    if (title !== undefined) {
      const found = {title}
      this.titles.set(path, found)
      return found
    }
    const facts = this.options.read?.(path)
    if (facts) this.set(path, facts)
    return facts
  }
}

/** Objects are kept without case; who looks one up compares the case. */
function objectKey(domain: string, name: string): string {
  return `${domain} ${name.toLowerCase()}`
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

  entries(): Found<F>[] {
    return [...this.byName.values()].flat()
  }
}
