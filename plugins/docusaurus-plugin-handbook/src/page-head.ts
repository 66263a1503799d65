import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {quoteTokens} from 'remark-rst'
import type {PageReader} from 'remark-rst/read-page'
import {parse} from 'yaml'

/** A page by its path, with what it says of itself; its text is read when it is printed. */
export interface PageHead {
  /** Relative to the site. */
  readonly path: string
  readonly frontMatter: Readonly<Record<string, unknown>>
}

const yaml = /^---[ \t]*\r?\n([\s\S]*?)\r?\n---[ \t]*(?:\r?\n|$)/

/**
 * Reads the head of a page. Parsing Markdown takes long, and most of a site may not be printed; so
 * of Markdown this looks at the front matter only. `undefined` if there is no such page.
 */
export function readHead(siteDir: string, path: string, reader: PageReader): PageHead | undefined {
  if (!/\.mdx?$/.test(path)) {
    const page = reader.read(path)
    return page && {path, frontMatter: page.frontMatter}
  }
  try {
    const head = yaml.exec(readFileSync(join(siteDir, path), 'utf8'))
    const fields: unknown = head && parse(quoteTokens(head[1]!))
    return {path, frontMatter: typeof fields === 'object' ? {...fields} : {}}
  } catch {
    return {path, frontMatter: {}}
  }
}
