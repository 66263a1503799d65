import type {KeySpec} from '@handrail/runbook'
import type {Root} from 'mdast'
import type {VFileMessage} from 'vfile-message'
import type {Highlight} from './code/tokens.ts'
import type {Words} from './words.ts'

/** A page of the site, printed. */
export interface HandbookPage {
  /** The file it was read from, as links and messages name it: relative, with `/`. */
  readonly path: string
  readonly title: string
  readonly root: Root
  /** Depth in the contents; one for a chapter, which is the default. */
  readonly level?: number
  /** Addresses of the page on the site, the canonical one first: `/server/high-availability`. */
  readonly routes?: readonly string[]
}

/** A category of the sidebar that has no page of its own: a heading over the pages that follow. */
export interface HandbookPart {
  readonly part: string
  readonly level?: number
}

/** A page of the site that is not printed; links to it are addresses. */
export interface ElsewherePage {
  readonly path: string
  readonly routes: readonly string[]
}

export type Paper = 'a4' | 'letter' | 'a5'

/** A picture that was found for an address in the sources. */
export interface Asset {
  /** Where `compile` reads it; never shown. */
  readonly file: string
  /** Natural width in CSS pixels, if known. */
  readonly width?: number
}

/** Tells whether some font of the handbook has a glyph for the character. */
export type Covers = (codePoint: number) => boolean

export interface HandbookOptions {
  readonly title: string
  /** A line below the title. */
  readonly subtitle?: string
  /** For the metadata of the file. */
  readonly description?: string
  /** BCP 47; hyphenation and screen readers follow it. */
  readonly language?: string
  readonly version?: string
  /** Short hash of the commit the sources are at. */
  readonly commit?: string
  /** Date of that commit, ISO 8601. It is the only date in the file; without it there is none. */
  readonly date?: string
  /** How far it may be passed on, shown on the title page and each page: `Internal`. */
  readonly classification?: string
  /** Base address of the published site, for addresses and QR codes. */
  readonly siteUrl?: string
  readonly paper?: Paper
  /** Mirrored margins and chapters on right-hand pages. */
  readonly twoSided?: boolean
  readonly elsewhere?: readonly ElsewherePage[]
  /** Finds a picture by the address in the sources of a page. */
  readonly asset?: (url: string, page: string) => Asset | undefined
  readonly highlight?: Highlight
  /** Families that stand in where the theme's own have no glyph, first one first. */
  readonly fallbackFonts?: readonly string[]
  readonly covers?: Covers
  readonly words?: Partial<Words>
  /** What can be seen of the system, for the words that conditions are told in. */
  readonly keys?: readonly KeySpec[]
}

/** A file of the compiler's virtual folder: text of ours, or the bytes of a file on disk. */
export type TypstFile =
  {readonly path: string; readonly text: string} | {readonly path: string; readonly file: string}

/** A handbook in Typst: `source` is the main file; it imports `theme.typ`, which comes on top. */
export interface TypstBook {
  readonly source: string
  readonly files: readonly TypstFile[]
  /** Lines of code that cannot be read back from what is drawn, as they are copied. */
  readonly copies: readonly string[]
  readonly messages: readonly VFileMessage[]
}
