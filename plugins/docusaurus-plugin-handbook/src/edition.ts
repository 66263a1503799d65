import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {headCommit} from 'remark-rst/head-commit'

/** What a site says of its handbook: the field `handrail` of its package.json. */
export interface HandbookSettings {
  readonly title?: string
  /** Where the docs are on the site: `/docs`. */
  readonly routeBasePath?: string
  readonly handbook?: {
    /** Headings of the sidebars that are printed, by their names; all of them by default. */
    readonly sidebars?: Readonly<Record<string, string>>
    /** How far it may be passed on, printed on every page. */
    readonly classification?: string
  }
}

/** What the title page says of the edition; without git there is neither commit nor date. */
export interface Edition {
  readonly title?: string
  readonly description?: string
  readonly version?: string
  readonly siteUrl?: string
  readonly classification?: string
  readonly commit?: string
  /** ISO 8601, of the commit. */
  readonly date?: string
}

interface Manifest {
  readonly description?: string
  readonly version?: string
  readonly homepage?: string
  readonly handrail?: HandbookSettings
}

/** The edition of a site: from its package.json and the commit it is at. */
export function edition(siteDir: string): Edition {
  const {description, version, homepage, handrail} = manifest(siteDir)
  const commit = headCommit(siteDir)
  const classification = handrail?.handbook?.classification
  return {
    ...(handrail?.title && {title: handrail.title}),
    ...(description && {description}),
    ...(version && {version}),
    ...(homepage && {siteUrl: homepage.replace(/\/$/, '')}),
    ...(classification && {classification}),
    ...(commit && {commit: commit.hash, date: commit.time}),
  }
}

/** The settings of the handbook of a site. */
export function handbookSettings(siteDir: string): HandbookSettings {
  return manifest(siteDir).handrail ?? {}
}

function manifest(siteDir: string): Manifest {
  try {
    return JSON.parse(readFileSync(join(siteDir, 'package.json'), 'utf8')) as Manifest
  } catch {
    return {}
  }
}
