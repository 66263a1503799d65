import type {Paper, Standard} from '@handrail/handbook'
import type {VFileMessage} from 'vfile-message'
import type {Sidebars} from './outline.ts'

/** What is to be printed, and how. */
export interface HandbookRequest {
  /** The folder of the site. */
  readonly siteDir: string
  /**
   * Files and folders to print, relative to the site, its docs or the working folder; all that are
   * in a sidebar by default.
   */
  readonly pages?: readonly string[]
  /** Name of the one sidebar to print. */
  readonly sidebar?: string
  /** `a4` by default, `letter` or `a5`. */
  readonly paper?: Paper
  /** Leaves the guide out. */
  readonly runbooksOnly?: boolean
  /** Mirrored margins, and chapters on right-hand pages. */
  readonly twoSided?: boolean
  /** What the file claims to be, checked when it is written; PDF/UA-1 by default. */
  readonly standard?: Standard
  /** The look: a theme of `@handrail/handbook` by its name, or a `.typ` file; `handbook` by default. */
  readonly theme?: string
  /** The file to write, relative to the working folder. */
  readonly out: string
  /** What Docusaurus knows of its docs; read from the site's files by default. */
  readonly site?: KnownSite
  onProgress?(step: string): void
  /** Called with each fault of the sources, before the book is compiled. */
  onMessage?(message: VFileMessage): void
}

/** What was asked for is not there: a page, a sidebar or a theme. */
export class RequestError extends Error {}

/** What Docusaurus knows of its docs. */
export interface KnownSite {
  readonly sidebars: Sidebars
  /** Addresses on the site by the file's path, relative to the site. */
  readonly routes: ReadonlyMap<string, string>
  /** Its title, for a handbook that has none of its own. */
  readonly title: string
  /** Its address, without the path of its base. */
  readonly url: string
}
