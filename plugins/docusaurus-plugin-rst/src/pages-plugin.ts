import {readFile} from 'node:fs/promises'
import {createRequire} from 'node:module'
import path from 'node:path'
import type * as PagesModule from '@docusaurus/plugin-content-pages'
import type {LoadedContent, MDXPageMetadata, PluginOptions} from '@docusaurus/plugin-content-pages'
import type {LoadContext, ParseFrontMatter, Plugin} from '@docusaurus/types'
import {
  fileToPath,
  getEditUrl,
  isDraft,
  isUnlisted,
  normalizeUrl,
  readLastUpdateData,
} from '@docusaurus/utils'
import {folderOf} from './content.ts'
import {theEngine} from './engine-state.ts'

// CommonJS, whose default export comes differently by import from a loader to another.
const {default: pagesPlugin, validateOptions} = createRequire(import.meta.url)(
  '@docusaurus/plugin-content-pages',
) as typeof PagesModule

/**
 * Docusaurus' plugin for pages outside the docs. It takes all that is not Markdown for a component
 * in JavaScript, by the ending of the file: of pages in RST it is told what it would have found out.
 */
export async function pagesWithRst(
  context: LoadContext,
  options: PluginOptions,
): Promise<Plugin<LoadedContent | null>> {
  const plugin = await pagesPlugin(context, options)
  return {
    ...plugin,
    async loadContent() {
      const content = await plugin.loadContent!()
      if (!content) return null
      const pages = content.map((page) =>
        theEngine().isRst(page.source) ? rstPage(page.source, context, options) : [page],
      )
      return (await Promise.all(pages)).flat()
    },
  }
}
pagesWithRst.validateOptions = validateOptions

/** What is known of a page in RST; nothing of a draft. */
async function rstPage(
  source: string,
  {siteConfig, siteDir, baseUrl}: LoadContext,
  options: PluginOptions,
): Promise<MDXPageMetadata[]> {
  const file = theEngine().sourceFile(source)
  const parse = siteConfig.markdown.parseFrontMatter as ParseFrontMatter
  const {frontMatter} = await parse({
    filePath: file,
    fileContent: await readFile(file, 'utf8'),
    defaultParseFrontMatter: parse as never,
  })
  if (isDraft({frontMatter})) return []
  const relative = relativePath(file)
  const {title, description, slug, last_update: update} = frontMatter as Record<string, never>
  const vcs = siteConfig.future.experimental_vcs
  return [
    {
      ...{type: 'mdx', source, title, description, frontMatter},
      permalink: normalizeUrl([baseUrl, options.routeBasePath, slug ?? addressOf(relative)]),
      ...(await readLastUpdateData(file, options, update, vcs)),
      editUrl: editUrlOf(relative, path.relative(siteDir, path.dirname(file)), options),
      unlisted: isUnlisted({frontMatter}),
    } as MDXPageMetadata,
  ]
}

/** The path of a page below the folder of all pages, in one language or another. */
function relativePath(file: string): string {
  const {original = '', localized = ''} = folderOf(file, theEngine().context.contentFolders) ?? {}
  const folder = file.startsWith(localized + path.sep) ? localized : original
  return path.relative(folder, file).replaceAll(path.sep, '/')
}

function addressOf(relative: string): string {
  return fileToPath(relative.replace(/\.[^./]*$/, '.md'))
}

function editUrlOf(relative: string, folder: string, {editUrl}: PluginOptions): string | undefined {
  if (typeof editUrl !== 'string') return undefined
  return getEditUrl(path.posix.join(folder, path.basename(relative)), editUrl)
}
