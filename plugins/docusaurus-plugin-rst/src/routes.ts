import path from 'node:path'
import type {AllContent} from '@docusaurus/types'
import {type ContentPaths, resolveMarkdownLinkPathname} from '@docusaurus/utils'
import {isFileWithin} from 'remark-rst/files'

interface LoadedVersion extends ContentPaths {
  docs: {source: string; permalink: string}[]
}
type Instances<T> = Record<string, T | undefined>

/** The addresses of all pages, by the file they come from. */
export class Routes {
  private readonly siteDir: string
  private readonly endings: readonly string[]
  private readonly roots: readonly string[]
  private readonly permalinks = new Map<string, string>()
  private contentPaths: ContentPaths[] = []

  /**
   * @param suffixes endings of pages in RST
   * @param roots absolute paths of the folders that files may come from
   */
  constructor(
    siteDir: string,
    suffixes: readonly string[] = ['.rst'],
    roots: readonly string[] = [siteDir],
  ) {
    this.siteDir = siteDir
    this.roots = roots
    this.endings = [...suffixes, '.md', '.mdx']
  }

  /** The files of all pages. */
  get files(): string[] {
    return [...this.permalinks.keys()].map((source) =>
      path.join(this.siteDir, source.slice('@site/'.length)),
    )
  }

  /** Reads what the content plugins have loaded. */
  update(allContent: AllContent): void {
    this.permalinks.clear()
    this.contentPaths = []
    for (const version of docsVersions(allContent)) {
      this.contentPaths.push(version)
      for (const {source, permalink} of version.docs) this.permalinks.set(source, permalink)
    }
    for (const {source, permalink} of otherPages(allContent)) this.permalinks.set(source, permalink)
  }

  /**
   * The address of the page a path leads to from another page: relative to that page's folder or
   * to the content folder, with or without the ending of the file. A page and its translation
   * stand for one another: of each, the current locale has one.
   */
  resolve(linkPathname: string, sourceFilePath: string): string | undefined {
    const contentPaths = this.contentPathsOf(sourceFilePath)
    const names = candidates(linkPathname, this.endings)
    for (const file of [sourceFilePath, ...counterparts(sourceFilePath, contentPaths)]) {
      const permalink = this.resolveFrom(file, names, contentPaths)
      if (permalink) return permalink
    }
    return undefined
  }

  /**
   * The way from a page to a file: beside the page or, with a leading `/`, in its content folder.
   * What lies outside of the site and its configured folders is not there: it would be published.
   */
  findFile(linkPathname: string, sourceFilePath: string): string | undefined {
    const {contentPath, contentPathLocalized} = this.contentPathsOf(sourceFilePath)
    const home = path.dirname(sourceFilePath)
    const folders = linkPathname.startsWith('/') ? [contentPathLocalized, contentPath] : [home]
    const files = folders.flatMap((folder) => (folder ? path.join(folder, linkPathname) : []))
    const found = files.find((file) => isFileWithin(file, this.roots))
    const way = found && path.relative(home, found).replaceAll(path.sep, '/')
    return way && (way.startsWith('.') ? way : `./${way}`)
  }

  private resolveFrom(
    sourceFilePath: string,
    names: readonly string[],
    contentPaths: ContentPaths,
  ): string | undefined {
    const {siteDir, permalinks: sourceToPermalink} = this
    const context = {sourceFilePath, sourceToPermalink, contentPaths, siteDir}
    for (const name of names) {
      const permalink = resolveMarkdownLinkPathname(name, context)
      if (permalink) return permalink
    }
    return undefined
  }

  private contentPathsOf(file: string): ContentPaths {
    const holds = ({contentPath, contentPathLocalized}: ContentPaths): boolean =>
      [contentPath, contentPathLocalized].some(
        (folder) => folder && file.startsWith(folder + path.sep),
      )
    const folder = path.dirname(file)
    const paths = this.contentPaths.find(holds)
    return paths ?? {contentPath: folder, contentPathLocalized: folder}
  }
}

/** The place a page has in the other of two folders: the original's and the translation's. */
function counterparts(file: string, {contentPath, contentPathLocalized}: ContentPaths): string[] {
  const pairs = [
    [contentPath, contentPathLocalized],
    [contentPathLocalized, contentPath],
  ]
  return pairs.flatMap(([from, to]) =>
    from && to && from !== to && file.startsWith(from + path.sep)
      ? [path.join(to, path.relative(from, file))]
      : [],
  )
}

function candidates(pathname: string, endings: readonly string[]): string[] {
  if (endings.some((ending) => pathname.endsWith(ending))) return [pathname]
  return endings.flatMap((ending) => [`${pathname}${ending}`, `${pathname}/index${ending}`])
}

function docsVersions(allContent: AllContent): LoadedVersion[] {
  const docs = allContent['docusaurus-plugin-content-docs'] as
    Instances<{loadedVersions: LoadedVersion[]}> | undefined
  return Object.values(docs ?? {}).flatMap((content) => content?.loadedVersions ?? [])
}

function otherPages(allContent: AllContent): {source: string; permalink: string}[] {
  const blogs = allContent['docusaurus-plugin-content-blog'] as
    Instances<{blogPosts: {metadata: {source: string; permalink: string}}[]}> | undefined
  const pages = allContent['docusaurus-plugin-content-pages'] as
    Instances<{type: string; source: string; permalink: string}[]> | undefined
  return [
    ...Object.values(blogs ?? {}).flatMap(
      (blog) => blog?.blogPosts.map((post) => post.metadata) ?? [],
    ),
    ...Object.values(pages ?? {}).flatMap((list) => list?.filter(({type}) => type === 'mdx') ?? []),
  ]
}
