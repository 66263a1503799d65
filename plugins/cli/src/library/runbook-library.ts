import {resolve} from 'node:path'
import type {Runbook} from '@handrail/runbook'
import type {Shelf} from './shelf.ts'

/** Finds a runbook by its name, or by the path of its file. */
export type RunbookLibrary = (name: string) => Promise<Runbook | undefined>

export interface LibraryOptions {
  /** The folder of the site. */
  site: string
  /** BCP 47: the translation is taken where the site has one. */
  language?: string | undefined
  /** Where runbooks that were read once are kept. */
  shelf?: Shelf
}

/**
 * The runbooks of a site, or those that lie in a folder side by side. Only the pages that are asked
 * for are read, and the reader is loaded only if one is not on the shelf: an incident does not wait
 * for a parser.
 */
export function runbookLibrary({site, language, shelf}: LibraryOptions): RunbookLibrary {
  let beside: string | undefined
  const ofSite = (name: string): string[] => [resolve(site), language ?? '', '', name]
  const near = (name: string): string[] => [
    resolve(site),
    language ?? '',
    resolve(beside ?? ''),
    name,
  ]
  return async (name) => {
    const found = shelf?.take(ofSite(name)) ?? shelf?.take(near(name)) ?? (await read(name))
    beside = found?.folder ?? beside
    return found?.runbook
  }

  async function read(name: string) {
    const {readRunbookPage} = await import('./read-runbook-page.ts')
    const found = readRunbookPage({site, name, language, beside})
    if (found?.keepable) shelf?.put(found.isOfSite ? ofSite(name) : near(name), found)
    return found
  }
}
