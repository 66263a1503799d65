import type {Message} from '@handrail/rst'
import type {Root} from 'mdast'

/** Endings of pages in RST, unless a site has others. */
const rstSuffixes: readonly string[] = ['.rst', '.rest']

/** Whether a page is RST, by its name; all others are Markdown. */
export function isRstFile(path: string, suffixes = rstSuffixes): boolean {
  const name = path.toLowerCase()
  return suffixes.some((suffix) => name.endsWith(suffix))
}

/** Parses Markdown; the path is the file's. */
export type MarkdownParser = (text: string, path: string) => Root

/** A page, read with all it includes. */
export interface PageReading {
  /** The file, as messages name it. */
  path: string
  /** The file's own text. */
  text: string
  tree: Root
  /** The front matter as data; of an RST page the fields at its top, as text or lists of text. */
  frontMatter: Record<string, unknown>
  messages: Message[]
  /** Absolute paths of all files that were read or looked for: when one changes, so may the page. */
  files: string[]
  /** What other pages answered to its references; when that changes, so does the page. */
  answers: string
}
