import type {Nodes, Root} from 'mdast'
import {toString} from 'mdast-util-to-string'
import remarkDirective from 'remark-directive'
import remarkFrontmatter from 'remark-frontmatter'
import remarkGfm from 'remark-gfm'
import remarkMdx from 'remark-mdx'
import remarkParse from 'remark-parse'
import {unified, type PluggableList} from 'unified'
import type {VFile} from 'vfile'
import {parse as parseYaml} from 'yaml'
import {Prolog} from './definitions.ts'
import type {FileLoader} from './files.ts'
import {resolveText} from './markdown/tokens.ts'
import {toVFileMessage} from './message.ts'
import type {RstOptions} from './options.ts'
import {witness, type Witness} from './read-rst.ts'
import {
  type MarkdownParser,
  type PageContext,
  parseRstPage,
  resolveMarkdownPage,
  rstFile,
} from './page-context.ts'

export type {MarkdownParser} from './page-context.ts'

export interface PageReaderOptions extends Omit<RstOptions, 'load'> {
  files: FileLoader
  /** How `.md` is read; `.mdx` always is MDX. */
  markdown?: 'md' | 'mdx'
}

/** A page, read with all it includes. */
export interface Page {
  /** The file, relative to the root of the loader. */
  path: string
  tree: Root
  /** The front matter as data, or the docinfo of an RST page as text. */
  frontMatter: Record<string, unknown>
  messages: VFile['messages']
  /** Absolute paths of all files that were read or looked for: when one changes, so may the page. */
  files: string[]
}

/** Reads pages, each once as long as neither it nor what it includes has changed. */
export interface PageReader {
  /** A page by its path relative to the root; `undefined` if there is no such file. */
  read(path: string): Page | undefined
  /** Resolves a Markdown tree that somebody else has parsed, in place; `path` is the page's. */
  resolve(tree: Root, text: string, path: string, parse: MarkdownParser): void
  /** A text with its tokens resolved. */
  text(value: string): string
  /** What is wrong with the substitution files, which belong to no page. */
  messages(): VFile['messages']
}

interface Kept {
  page: Page
  witness: Witness
}

/**
 * A reader of pages for those who want their trees: GFM, directives and front matter as in
 * Docusaurus, includes and tokens resolved. The trees are shared: copy what you change.
 */
export function pageReader(options: PageReaderOptions): PageReader {
  const {files, markdown = 'md', ...rest} = options
  const kept = new Map<string, Kept>()
  const prolog = new Prolog(rest)
  const parsers = {md: markdownParser([]), mdx: markdownParser([remarkMdx])}

  return {
    read(path) {
      const known = kept.get(path)
      if (known?.witness.stillHolds(files)) return known.page
      const fresh = readPage(path)
      if (fresh) kept.set(path, fresh)
      else kept.delete(path)
      return fresh?.page
    },
    resolve(tree, text, path, parse) {
      const context = {options: {...rest, load: files}, definitions: prolog.definitions(files)}
      resolveMarkdownPage(tree, text, path, context, parse)
    },
    text: (value) => resolveText(value, prolog.definitions(files)),
    messages: () => prolog.messages(files).map(toVFileMessage),
  }

  function readPage(path: string): Kept | undefined {
    const looked = new Set<string>()
    const seen = witness(files.watched((file) => void looked.add(file)))
    const source = seen.load({path, written: path, from: path, document: path})
    if ('refusal' in source) return undefined
    const context = {
      options: {...rest, load: seen.load},
      definitions: prolog.definitions(seen.load),
    }
    const {tree, messages, frontMatter} = rstFile.test(path)
      ? readRstPage(source.text, source.path, context)
      : readMarkdownPage(source.text, source.path, context, parserFor(path))
    const page = {
      path: source.path,
      tree,
      frontMatter,
      messages: messages.map(toVFileMessage),
      files: [...looked],
    }
    return {page, witness: seen}
  }

  function parserFor(path: string): MarkdownParser {
    return path.endsWith('.mdx') ? parsers.mdx : parsers[markdown]
  }
}

function markdownParser(plugins: PluggableList): MarkdownParser {
  const processor = unified()
    .use(remarkParse)
    .use([remarkFrontmatter, remarkGfm, remarkDirective, ...plugins])
    .freeze()
  return (text) => processor.parse(text)
}

function readRstPage(text: string, path: string, context: PageContext) {
  const {tree, messages} = parseRstPage(text, path, context)
  const docinfo = (tree.data as {docinfo?: Record<string, Nodes | string>} | undefined)?.docinfo
  const fields = Object.entries(docinfo ?? {}).map(([name, value]) => [name, toText(value)])
  return {tree, messages, frontMatter: Object.fromEntries(fields) as Record<string, unknown>}
}

function toText(value: Nodes | string): string {
  return typeof value === 'string' ? value : toString(value)
}

function readMarkdownPage(text: string, path: string, context: PageContext, parse: MarkdownParser) {
  const tree = parse(text, path)
  const messages = resolveMarkdownPage(tree, text, path, context, parse)
  const [first] = tree.children
  return {tree, messages, frontMatter: first?.type === 'yaml' ? yamlFields(first.value) : {}}
}

/** The fields of a front matter; none if it is no record, or no YAML. */
function yamlFields(value: string): Record<string, unknown> {
  try {
    const fields: unknown = parseYaml(value)
    return typeof fields === 'object' && fields && !Array.isArray(fields) ? {...fields} : {}
  } catch {
    return {}
  }
}
