import {existsSync, readFileSync, statSync} from 'node:fs'
import {basename, dirname, join, relative, resolve} from 'node:path'
import {vocabulary} from '@handrail/cluster/vocabulary'
import {type Runbook, isRunbook, readRunbook} from '@handrail/runbook'
import type {Page} from 'remark-rst/read-page'
import {type SiteSettings, sitePages, siteReader, siteSettings} from 'remark-rst/site'

export interface RunbookRequest {
  /** The folder of the site. */
  site: string
  /** Name of a runbook of the site, or the path of a file. */
  name: string
  /** BCP 47: the translation is read where the site has one. */
  language?: string | undefined
  /** Folder of the runbook that leads to this one: outside of a site they lie side by side. */
  beside?: string | undefined
}

/** A runbook and what it was read from. */
export interface ReadRunbookPage {
  runbook: Runbook
  /** The folder of its file. */
  folder: string
  /** Paths: if one of these files changes, so may the runbook. */
  files: readonly string[]
  /** Whether its name is known all over the site, not only where it lies. */
  isOfSite: boolean
  /** Whether nothing but these files can change it: not the text of other pages. */
  keepable: boolean
}

/** Where a page is, and how it is read. */
interface Place {
  site: string
  settings: SiteSettings
  path: string
  /** Names of the runbooks it may lead to in other folders. */
  runbooks: ReadonlySet<string>
}

/** Reads the runbook of a name or file; nothing where there is none. */
export function readRunbookPage(request: RunbookRequest): ReadRunbookPage | undefined {
  const known = pageOfSite(request)
  const place = known ?? fileAlone(request)
  const page = place && readerOf(place).read(place.path)
  const runbook = page && runbookOf(page, place)
  if (!runbook) return undefined
  const translated = readTranslation(place, runbook, request.language)
  const pages = translated ? [page, translated.page] : [page]
  return {
    runbook: translated?.runbook ?? runbook,
    folder: resolve(place.site, dirname(place.path)),
    files: [join(place.site, 'package.json'), ...pages.flatMap(({files}) => files)],
    isOfSite: known !== undefined && baseName(known.path) === request.name,
    keepable: pages.every(({answers}) => answers === ''),
  }
}

function pageOfSite({site, name}: RunbookRequest): Place | undefined {
  const settings = siteSettings(site)
  const pages = pagesOf(site, settings)
  const path =
    pages.find((page) => baseName(page) === name) ??
    pages.find((page) => resolve(site, page) === resolve(name))
  if (path === undefined) return undefined
  return {site, settings, path, runbooks: new Set(namesAmong(pages, site))}
}

/** Names of the pages of a site that seem to be runbooks. */
export function runbookNames(site: string): string[] {
  return namesAmong(pagesOf(site, siteSettings(site)), site)
}

function pagesOf(site: string, settings: SiteSettings): string[] {
  return existsSync(join(site, settings.docs)) ? sitePages(site, settings) : []
}

function namesAmong(pages: readonly string[], site: string): string[] {
  return pages.filter((page) => saysRunbook(join(site, page))).map(baseName)
}

/** A file that belongs to no site: nothing outside of its folder is read. */
function fileAlone({name, beside = ''}: RunbookRequest): Place | undefined {
  const siblings = ['.md', '.mdx', '.rst'].map((ending) => join(beside, name + ending))
  const file = [name, ...siblings].find((path) => statSync(path, {throwIfNoEntry: false})?.isFile())
  if (file === undefined) return undefined
  const site = dirname(file)
  const settings = {...siteSettings(site), docs: '.', includes: [], prolog: []}
  return {site, settings, path: basename(file), runbooks: new Set()}
}

/** The page in another language, where Docusaurus looks for it. */
function readTranslation(place: Place, original: Runbook, language: string | undefined) {
  if (language === undefined) return undefined
  const docs = join('i18n', language, 'docusaurus-plugin-content-docs', 'current')
  const path = join(docs, relative(place.settings.docs, place.path))
  if (!existsSync(join(place.site, path))) return undefined
  const page = readerOf({...place, settings: {...place.settings, docs}}).read(path)
  const runbook = page && runbookOf(page, place, {original, language})
  return runbook && {page, runbook}
}

function readerOf({site, settings}: Place) {
  return siteReader(site, settings)
}

/** A file that names no runbook in its head is not one, whatever it was called by. */
function runbookOf(
  {path, tree, frontMatter}: Page,
  {runbooks}: Place,
  translation: {original?: Runbook; language?: string} = {},
): Runbook | undefined {
  if (!isRunbook(frontMatter)) return undefined
  const source = {root: tree, head: frontMatter, path, runbooks, vocabulary}
  return readRunbook({...source, ...translation}).runbook
}

/** Whether the head of a file seems to name a runbook, without reading the page. */
function saysRunbook(file: string): boolean {
  return /^:?runbook:/m.test(readFileSync(file, 'utf8').slice(0, 2000))
}

function baseName(path: string): string {
  return basename(path).replace(/\.\w+$/, '')
}
