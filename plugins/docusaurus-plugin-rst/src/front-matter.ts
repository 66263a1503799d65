import path from 'node:path'
import type {ParseFrontMatter} from '@docusaurus/types'
import {toString} from 'mdast-util-to-string'
import {fieldValues, quoteTokens} from 'remark-rst'
import {isBesideIndex} from './beside-index.ts'
import {fieldsOfName, truncateMarker} from './blog-post.ts'
import {folderOf} from './content.ts'
import {theEngine} from './engine-state.ts'

type Fields = Record<string, unknown>
type Params = Parameters<ParseFrontMatter>[0]
type Result = Awaited<ReturnType<ParseFrontMatter>>

/**
 * Supplies the front matter of a page: for RST from its docinfo, for Markdown from the front
 * matter with its tokens resolved. The title and the description come from the tree, because
 * Docusaurus would look for them with regular expressions for Markdown.
 */
export function parseFrontMatterWith(parse?: ParseFrontMatter): ParseFrontMatter {
  return async (params) => {
    const engine = theEngine()
    if (engine.isRst(params.filePath)) return rstFrontMatter(params)
    const fileContent = quoteTokensInHead(params.fileContent)
    const result = parse
      ? await parse({...params, fileContent})
      : await params.defaultParseFrontMatter({...params, fileContent})
    return markdownFrontMatter(params, result)
  }
}

function rstFrontMatter({filePath, fileContent}: Params): Result {
  const page = theEngine().page(filePath, fileContent)
  const folder = folderOf(filePath, theEngine().context.contentFolders)
  const isPost = folder?.kind === 'blog'
  const isDoc = folder?.kind === 'docs'
  const {suffixes} = theEngine().context.options
  const frontMatter = {
    ...(isDoc && isBesideIndex(filePath, suffixes) && {slug: path.parse(filePath).name}),
    ...(theEngine().isRootDocument(filePath) && {slug: '/'}),
    ...(isPost && fieldsOfName(filePath, folder)),
    ...page?.gist.summary,
    ...(page && fieldValues(page.frontMatter)),
  }
  // The blog counts the words of a post and looks for the mark that ends its summary.
  const mark = truncateMarker.exec(fileContent)?.[0] ?? ''
  return {
    frontMatter,
    content: page && isPost ? `${toString(theEngine().tree(filePath))}\n${mark}` : '',
  }
}

function markdownFrontMatter({filePath, fileContent}: Params, result: Result): Result {
  const engine = theEngine()
  const frontMatter = mapTexts(result.frontMatter, (text) => engine.text(text)) as Fields
  if (!engine.isAffected(result.content)) return {...result, frontMatter}
  const page = engine.page(filePath, fileContent)
  return {...result, frontMatter: {...page?.gist.summary, ...frontMatter}}
}

const head = /^---\r?\n[\s\S]*?\r?\n---/

function quoteTokensInHead(content: string): string {
  return content.replace(head, quoteTokens)
}

function mapTexts(value: unknown, map: (text: string) => string): unknown {
  if (typeof value === 'string') return map(value)
  if (Array.isArray(value)) return value.map((item) => mapTexts(item, map))
  if (typeof value !== 'object' || value === null || value instanceof Date) return value
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, mapTexts(item, map)]))
}
