import type {Root} from 'mdast'
import remarkDirective from 'remark-directive'
import remarkFrontmatter from 'remark-frontmatter'
import remarkGfm from 'remark-gfm'
import remarkMdx from 'remark-mdx'
import remarkParse from 'remark-parse'
import {type PluggableList, unified} from 'unified'
import type {VFile} from 'vfile'
import type {FileLoader} from './files.ts'
import {resolveText} from './markdown/tokens.ts'
import type {Memories, PageRecord} from './memory.ts'
import {toVFileMessage} from './message.ts'
import type {RstOptions} from './options.ts'
import type {MarkdownParser, PageReading} from './page.ts'
import {PageStore, type PageStoreOptions} from './page-store.ts'

export type {MarkdownParser, PageReading} from './page.ts'
export type {Memory, PageRecord} from './memory.ts'

export interface PageReaderOptions<Gist = unknown>
  extends
    Omit<RstOptions, 'load'>,
    Pick<PageStoreOptions<Gist>, 'pages' | 'scopeOf' | 'originalOf' | 'memory'> {
  files: FileLoader
  /** How `.md` is read; `.mdx` always is MDX. */
  markdown?: 'md' | 'mdx'
}

/** A page, read with all it includes. */
export interface Page extends Omit<PageReading, 'messages'> {
  messages: VFile['messages']
}

/** Reads pages, each once as long as neither it nor what it includes or refers to has changed. */
export interface PageReader<Gist = unknown> {
  /** A page by its path relative to the root; `undefined` if there is no such file. */
  read(path: string): Page | undefined
  /** The same without its tree; only with a memory, from which it may come. */
  record(path: string): PageRecord<Gist> | undefined
  /** What the next process is to recall; `undefined` if it is what this one has recalled. */
  memories(): Memories<Gist> | undefined
  /** Resolves a Markdown tree that somebody else has parsed, in place; `path` is the page's. */
  resolve(tree: Root, text: string, path: string, parse: MarkdownParser): void
  /** A text with its tokens resolved. */
  text(value: string): string
  /** What is wrong with the substitution files, which belong to no page. */
  messages(): VFile['messages']
  /** Has files looked at again that were found unchanged since the last call. */
  refresh(): void
}

/**
 * A reader of pages for those who want their trees: GFM, directives and front matter as in
 * Docusaurus, includes and tokens resolved. The trees are shared: copy what you change.
 */
export function pageReader<Gist>(options: PageReaderOptions<Gist>): PageReader<Gist> {
  const {files, markdown = 'md', ...rest} = options
  const parseMdx = markdownParser([remarkMdx])
  const mdx: MarkdownParser = (text, path) => parseMdx(escapeHeadingIds(text), path)
  const parsers = {md: markdownParser([]), mdx}
  const parserFor = (path: string) => (path.endsWith('.mdx') ? parsers.mdx : parsers[markdown])
  const store = new PageStore({...rest, load: files, watched: files.watched, parserFor})
  const pages = new WeakMap<PageReading, Page>()

  return {
    read(path) {
      const reading = store.read(path)
      if (!reading) return undefined
      const known = pages.get(reading)
      if (known) return known
      const page = {...reading, messages: reading.messages.map(toVFileMessage)}
      pages.set(reading, page)
      return page
    },
    record: (path) => store.record(path),
    memories: () => store.memories(),
    resolve: (tree, text, path, parse) => void store.resolveMarkdown(tree, text, path, parse),
    text: (value) => resolveText(value, store.definitions),
    messages: () => store.prologMessages.map(toVFileMessage),
    refresh: () => store.refresh(),
  }
}

/** Headings with an id, `{#id}`: to MDX an expression, and a broken one. Docusaurus does the same. */
function escapeHeadingIds(text: string): string {
  return text.replace(/^[> \t]*#{1,6}[ \t].*?(?<!\\)(?=\{#[\w-]+\}[ \t]*$)/gm, '$&\\')
}

function markdownParser(plugins: PluggableList): MarkdownParser {
  const processor = unified()
    .use(remarkParse)
    .use([remarkFrontmatter, remarkGfm, remarkDirective, ...plugins])
    .freeze()
  return (text) => processor.parse(text)
}
