import {readdirSync, readFileSync} from 'node:fs'
import {join, resolve} from 'node:path'
import {type ExternalLinks, externalLinkRoles, globPattern} from '@handrail/rst'
import {componentDirectives, type Components} from './component-directives.ts'
import {fileLoader} from './files.ts'
import type {RstOptions} from './options.ts'
import {isRstFile} from './page.ts'
import {type PageReader, type PageReaderOptions, pageReader} from './read-page.ts'

export {isRstFile} from './page.ts'

/** How the pages of a site are read: the field `handrail` of its package.json. */
export interface SiteSettings {
  /** Title of the handbook. */
  title?: string
  /** Folder of the pages. */
  docs: string
  /** Folders of shared fragments, in the order they are looked through. */
  includes: readonly string[]
  /** Files whose substitution definitions, targets and roles hold in every page. */
  prolog: readonly string[]
  /** Files that end every page in RST, in order. */
  epilog: readonly string[]
  /** The role of interpreted text in RST that names none. */
  defaultRole?: string
  /** Endings of pages in RST, with their dots; `.rst` and `.rest` by default. */
  suffixes?: readonly string[]
  /** The page at the root of the site, without its ending; `index` by default. */
  rootDocument?: string
  /** Patterns of pages that are left out, relative to the folder of the pages. */
  exclude: readonly string[]
  /** Components of the site that pages in RST may use, by the names of their directives. */
  components?: Components
  /** Roles for links to one place: Sphinx' `extlinks`. */
  externalLinks?: ExternalLinks
  /** Severity by rule. */
  severities?: RstOptions['severities']
  /** What a relative include path starts from. */
  includeBase: NonNullable<RstOptions['includeBase']>
}

const defaults: SiteSettings = {
  docs: 'docs',
  includes: ['includes'],
  prolog: [],
  epilog: [],
  exclude: [],
  includeBase: 'document',
}

/** The settings of the site in a folder; the defaults where it has none. */
export function siteSettings(siteDir: string): SiteSettings {
  try {
    const {handrail} = JSON.parse(readFileSync(join(siteDir, 'package.json'), 'utf8'))
    return {...defaults, ...handrail}
  } catch {
    return defaults
  }
}

/** The folders that files of a site may come from: its own, and those its settings name. */
export function siteRoots(
  siteDir: string,
  {docs, includes}: Pick<SiteSettings, 'docs' | 'includes'>,
): string[] {
  return ['.', docs, ...includes].map((folder) => resolve(siteDir, folder))
}

/** The paths of a site's pages below its folder, sorted. */
export function sitePages(
  siteDir: string,
  {docs, exclude, suffixes}: Pick<SiteSettings, 'docs' | 'exclude' | 'suffixes'>,
): string[] {
  const isExcluded = excludedBy(exclude)
  const isPage = (name: string): boolean => isRstFile(name, suffixes) || /\.mdx?$/.test(name)
  return readdirSync(join(siteDir, docs), {recursive: true, encoding: 'utf8'})
    .filter((name) => isPage(name) && !/(^|\/)[_.]/.test(name) && !isExcluded(name))
    .map((name) => join(docs, name))
    .sort()
}

/**
 * Whether a path is left out by patterns as Sphinx' `exclude_patterns` has them: `*`, `?` and `[…]`
 * stay within a folder, `**` does not. A pattern that fits a folder leaves out all that is in it.
 */
export function excludedBy(patterns: readonly string[]): (path: string) => boolean {
  const expressions = patterns.map(globPattern)
  return (path) => {
    const folders = path.split('/').map((_, i, parts) => parts.slice(0, i + 1).join('/'))
    return folders.some((folder) => expressions.some((expression) => expression.test(folder)))
  }
}

/** A reader of a site's pages, as its settings say. */
export function siteReader(
  siteDir: string,
  settings: SiteSettings,
  others: Partial<Omit<PageReaderOptions, keyof SiteSettings>> = {},
): PageReader {
  const {docs, includes, prolog, epilog, defaultRole, suffixes, severities, includeBase} = settings
  const files = fileLoader({root: siteDir, roots: [docs], includeRoots: includes})
  const pages = (): string[] =>
    sitePages(siteDir, settings).filter((name) => isRstFile(name, suffixes))
  const reading = {prolog, epilog, defaultRole, suffixes, severities, includeBase}
  const directives = [...(others.directives ?? []), ...componentDirectives(settings.components)]
  const roles = [...(others.roles ?? []), ...externalLinkRoles(settings.externalLinks)]
  return pageReader({pages, files, ...others, ...reading, directives, roles})
}
