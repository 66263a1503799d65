import {readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {fileLoader} from './files.ts'
import type {RstOptions} from './options.ts'
import {rstFile} from './page.ts'
import {type PageReader, type PageReaderOptions, pageReader} from './read-page.ts'

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
  /** What a relative include path starts from. */
  includeBase: NonNullable<RstOptions['includeBase']>
}

const defaults: SiteSettings = {
  docs: 'docs',
  includes: ['includes'],
  prolog: [],
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

/** The paths of a site's pages below its folder, sorted. */
export function sitePages(siteDir: string, {docs}: Pick<SiteSettings, 'docs'>): string[] {
  return readdirSync(join(siteDir, docs), {recursive: true, encoding: 'utf8'})
    .filter((name) => /\.(rst|md|mdx)$/.test(name) && !/(^|\/)[_.]/.test(name))
    .map((name) => join(docs, name))
    .sort()
}

/** A reader of a site's pages, as its settings say. */
export function siteReader(
  siteDir: string,
  settings: SiteSettings,
  others: Omit<PageReaderOptions, 'files' | keyof SiteSettings> = {},
): PageReader {
  const {docs, includes, prolog, includeBase} = settings
  const files = fileLoader({root: siteDir, roots: [docs], includeRoots: includes})
  const pages = (): string[] => sitePages(siteDir, settings).filter((name) => rstFile.test(name))
  return pageReader({pages, ...others, files, prolog, includeBase})
}
