import {existsSync, readdirSync, readFileSync} from 'node:fs'
import {join, relative} from 'node:path'
import {toVFileMessage} from 'remark-rst'
import {isFileWithin} from 'remark-rst/files'
import type {Page} from 'remark-rst/read-page'
import {siteRoots, type SiteSettings} from 'remark-rst/site'
import type {VFileMessage} from 'vfile-message'
import {checkHeadings} from './check-headings.ts'
import {LinkChecker} from './check-links.ts'
import {checkSource} from './check-source.ts'
import {checkFragments, checkSubstitutions, type SourceFile} from './check-unused.ts'
import {pageLinks} from './page-ids.ts'
import type {Severities} from './rules.ts'

export interface CheckOptions {
  /** Severity by rule. */
  severities?: Severities
  /** The text of a file that was read; by default it is read again. */
  textOf?: (path: string) => string | undefined
}

/** Names of files whose text is RST. */
const rstFile = /\.(rst|rest|txt|inc)$/i
/** Names of files whose text may have tokens. */
const textFile = /\.(rst|rest|txt|inc|mdx?|markdown)$/i

/**
 * What there is to say about the pages of a site beyond what their reading said: links that lead
 * nowhere, markup that is none, fragments and definitions that nothing uses.
 *
 * @param siteDir paths of the pages are relative to it
 */
export function checkPages(
  siteDir: string,
  settings: Pick<SiteSettings, 'docs' | 'includes' | 'prolog' | 'components'>,
  pages: readonly Page[],
  {severities = {}, textOf = textIn(siteDir)}: CheckOptions = {},
): VFileMessage[] {
  const {docs, prolog, components = {}} = settings
  const nameOf = (file: string): string => relative(siteDir, file).replaceAll('\\', '/')
  const roots = siteRoots(siteDir, settings)
  const isFile = (path: string): boolean => isFileWithin(join(siteDir, path), roots)
  const read = new Set([...prolog, ...pages.flatMap(({files}) => files.map(nameOf)).sort()])
  const texts = [...read].filter((path) => textFile.test(path)).flatMap(sourceFile)
  const sources = texts.filter(({path}) => rstFile.test(path))
  const own = Object.keys(components)
  const linked = pages.map(({path, tree}) => [path, pageLinks(tree)] as const)
  const links = new LinkChecker(linked, isFile, severities, filesIn)
  const messages = [
    ...sources.flatMap(({path, text}) => checkSource(path, text, severities, own)),
    ...pages.flatMap((page) => checkHeadings(page, severities)),
    ...pages.flatMap(({path}) => links.messages(path)),
    ...checkSubstitutions(sources, texts, new Set(prolog), severities),
    ...checkFragments(read, docs, filesIn, severities),
  ]
  return messages.map(toVFileMessage)

  function sourceFile(path: string): SourceFile[] {
    const text = textOf(path)
    return text === undefined ? [] : [{path, text}]
  }

  function filesIn(folder: string): string[] {
    if (!existsSync(join(siteDir, folder))) return []
    return readdirSync(join(siteDir, folder), {withFileTypes: true}).flatMap((entry) =>
      entry.isFile() ? entry.name : [],
    )
  }
}

function textIn(siteDir: string): (path: string) => string | undefined {
  return (path) => {
    try {
      return readFileSync(join(siteDir, path), 'utf8')
    } catch {
      return undefined
    }
  }
}
