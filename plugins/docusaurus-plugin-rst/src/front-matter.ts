import type {ParseFrontMatter} from '@docusaurus/types'
import type {Nodes, Root} from 'mdast'
import {toString} from 'mdast-util-to-string'
import {quoteTokens} from 'remark-rst'
import {theEngine} from './engine-state.ts'

type Fields = Record<string, unknown>
type Params = Parameters<ParseFrontMatter>[0]
type Result = Awaited<ReturnType<ParseFrontMatter>>

/** Fields that hold a list; in a docinfo field its items stand with commas. */
const lists = new Set(['tags', 'keywords', 'authors'])
/** Fields that hold a number, a truth value or nothing: in a docinfo field all of it is text. */
const scalars = new Set([
  'sidebar_position',
  'toc_min_heading_level',
  'toc_max_heading_level',
  'hide_title',
  'hide_table_of_contents',
  'draft',
  'unlisted',
  'pagination_next',
  'pagination_prev',
  'displayed_sidebar',
  'custom_edit_url',
])

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
  const fields = Object.entries(page?.frontMatter ?? {}).map(([name, value]) => [
    name,
    fieldValue(name, value),
  ])
  const frontMatter = {
    ...(theEngine().isRootDocument(filePath) && {slug: '/'}),
    ...(page && summary(page.tree)),
    ...(Object.fromEntries(fields) as Fields),
  }
  return {frontMatter, content: ''}
}

function fieldValue(name: string, value: unknown): unknown {
  if (typeof value !== 'string') return value
  if (lists.has(name)) return value.split(',').map((item) => item.trim())
  return scalars.has(name) ? scalarValue(value) : value
}

function scalarValue(text: string): unknown {
  if (/^-?\d+(\.\d+)?$/.test(text)) return Number(text)
  return {true: true, false: false, null: null}[text] ?? text
}

function markdownFrontMatter({filePath, fileContent}: Params, result: Result): Result {
  const engine = theEngine()
  const frontMatter = mapTexts(result.frontMatter, (text) => engine.text(text)) as Fields
  if (!engine.isAffected(result.content)) return {...result, frontMatter}
  const page = engine.page(filePath, fileContent)
  return {...result, frontMatter: {...(page && summary(page.tree)), ...frontMatter}}
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

/** The title of a page if it starts with one, and its first paragraph. */
function summary(tree: Root): Fields {
  const content = tree.children.filter(({type}) => type !== 'yaml')
  const [first] = content
  const title = first?.type === 'heading' && first.depth === 1 ? toString(first) : undefined
  const paragraph: Nodes | undefined = content.find(({type}) => type === 'paragraph')
  const description = paragraph && toString(paragraph).replace(/\s+/g, ' ')
  return {...(title && {title}), ...(description && {description})}
}
