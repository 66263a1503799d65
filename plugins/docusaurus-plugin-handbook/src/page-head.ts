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
const field = /^:[a-z][\w -]*:(?:\s|$)/im

/**
 * Reads the head of a page. Parsing takes long, and most of a site may not be printed; so of
 * Markdown this looks at the front matter only, and a page in RST is parsed if there is a field in
 * its file. `undefined` if there is no such page.
 */
export function readHead(siteDir: string, path: string, reader: PageReader): PageHead | undefined {
  const text = textOf(join(siteDir, path))
  if (text === undefined) return undefined
  const frontMatter = /\.mdx?$/.test(path)
    ? yamlFields(text)
    : field.test(text) && reader.read(path)?.frontMatter
  return {path, frontMatter: frontMatter || {}}
}

function textOf(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return undefined
  }
}

function yamlFields(text: string): PageHead['frontMatter'] | undefined {
  const head = yaml.exec(text)
  try {
    const fields: unknown = head && parse(quoteTokens(head[1]!))
    return typeof fields === 'object' ? {...fields} : undefined
  } catch {
    return undefined
  }
}
