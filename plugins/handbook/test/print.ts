import type {Root} from 'mdast'
import remarkDirective from 'remark-directive'
import remarkFrontmatter from 'remark-frontmatter'
import remarkGfm from 'remark-gfm'
import remarkMath from 'remark-math'
import remarkMdx from 'remark-mdx'
import remarkParse from 'remark-parse'
import {remarkRst} from 'remark-rst'
import {unified} from 'unified'
import type {VFileMessage} from 'vfile-message'
import {type HandbookOptions, type HandbookPage, toTypst} from '../src/index.ts'

const markdown = unified()
  .use(remarkParse)
  .use(remarkFrontmatter, ['yaml', 'toml'])
  .use([remarkGfm, remarkDirective, remarkMath])
  .freeze()
const mdx = unified()
  .use(remarkParse)
  .use([remarkFrontmatter, remarkGfm, remarkDirective, remarkMdx])
  .freeze()
const rst = unified().use(remarkRst).freeze()
const parsers = {md: markdown, mdx, rst}

export type Language = keyof typeof parsers

/** Parses a source in one of the languages pages are written in. */
export function parse(source: string, language: Language = 'md'): Root {
  return parsers[language].parse({path: `page.${language}`, value: source} as never) as Root
}

/** The page that examples link to. */
const other: HandbookPage = {
  path: 'docs/other.md',
  title: 'Other',
  routes: ['/other'],
  root: parse('# Other\n\n## A place\n'),
}

const options: HandbookOptions = {
  title: 'Book',
  siteUrl: 'https://site.example',
  elsewhere: [{path: 'docs/elsewhere.md', routes: ['/elsewhere']}],
  asset: (url) => (/^(?:\/files\/|.*picture\.)/.test(url) ? {file: `/site/${url}`} : undefined),
  covers: (codePoint) => codePoint < 0x2500,
}

/** Prints a page and answers what is in its file, without the lines every file starts with. */
export function printPage(
  source: string,
  language: Language = 'md',
  more: Partial<HandbookOptions> = {},
): {typst: string; messages: readonly VFileMessage[]} {
  const page = {
    path: `docs/page.${language}`,
    title: 'Page',
    routes: ['/page'],
    root: parse(source, language),
  }
  const book = toTypst([page, other], [], {...options, ...more})
  const file = book.files.find(({path}) => path === '/pages/0001.typ') as {text: string}
  const typst = file.text.replace(/^#import.*\n/, '').replace(/^#page-start\(1, "Page".*\n/, '')
  return {typst: typst.trimEnd(), messages: book.messages}
}
