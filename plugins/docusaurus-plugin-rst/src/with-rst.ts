import type {Config, LoadContext, ParseFrontMatter, PluginOptions} from '@docusaurus/types'
import {GlobExcludeDefault} from '@docusaurus/utils'
import type {ContentKind, ContentSource} from './content.ts'
import {truncateMarker} from './blog-post.ts'
import {parseFrontMatterWith} from './front-matter.ts'
import type {RstPluginOptions} from './options.ts'
import {pagesWithRst} from './pages-plugin.ts'
import {rstPlugin} from './plugin.ts'
import {rehypeRawHtml} from './rehype-raw-html.ts'
import {remarkAdapt, remarkPages} from './remark-pages.ts'

/** Endings of what the content plugins read unless they are told otherwise, without dots. */
const endings: Record<ContentKind, string[]> = {
  docs: ['md', 'mdx'],
  blog: ['md', 'mdx'],
  pages: ['js', 'jsx', 'ts', 'tsx', 'md', 'mdx'],
}
const folders: Record<ContentKind, string> = {docs: 'docs', blog: 'blog', pages: 'src/pages'}
const kinds = Object.keys(folders) as ContentKind[]

const contentPlugin = /(?:^|\/)(?:plugin-)?content-(docs|blog|pages)$/
const sitemapPlugin = /(?:^|\/)(?:plugin-)?sitemap$/
const classicPreset = /^(?:@docusaurus\/preset-)?classic$/

/**
 * Lets a site have pages in reStructuredText, and includes and tokens in its Markdown: every
 * content plugin of the configuration, be it listed or in the classic preset, is given what it
 * needs. The configuration itself stays as it is; the result is a new one.
 *
 *     export default withRst({…}, {includeRoots: ['includes'], prolog: ['includes/names.rst']})
 */
export function withRst(config: Config, options: RstPluginOptions = {}): Config {
  const site: Site = {
    sources: [],
    plugins: [],
    aliases: Object.keys(options.aliases ?? {}),
    exclude: options.exclude ?? [],
    suffixes: options.suffixes ?? ['.rst'],
  }
  const {sources} = site
  const plugins = entries(config.plugins).map((plugin) => withPlugin(plugin, site))
  const presets = entries(config.presets).map((preset) => withPreset(preset, site))
  const plugin = (context: LoadContext, normalized: PluginOptions) =>
    rstPlugin(context, normalized, sources)
  plugin.validateOptions = rstPlugin.validateOptions
  const added = {
    markdown: {
      // A colon around a word is a field or a role in RST, never a picture.
      emoji: false,
      ...config.markdown,
      parseFrontMatter: parseFrontMatterWith(
        config.markdown?.parseFrontMatter as ParseFrontMatter | undefined,
      ),
    },
    presets,
    // After the content plugins: their rules for the bundler have to be there.
    plugins: [...plugins, ...site.plugins, [plugin, options]],
  }
  return {...config, ...added} as Config
}

/** What the content plugins of a site are told, and what is known of them. */
interface Site {
  sources: ContentSource[]
  /** Plugins in the place of some that a preset has. */
  plugins: Entry[]
  aliases: readonly string[]
  exclude: readonly string[]
  suffixes: readonly string[]
}

/** A plugin or preset as a configuration lists it. */
type Entry = string | [name: unknown, options?: Options] | (() => unknown) | null | false
type Options = Record<string, unknown>

/** The type of a configuration says less about its lists than we need. */
function entries(list: unknown): Entry[] {
  return (list ?? []) as Entry[]
}

function withPlugin(plugin: Entry, site: Site): Entry {
  const [name, options = {}] = Array.isArray(plugin) ? plugin : [plugin]
  if (typeof name !== 'string') return plugin
  if (sitemapPlugin.test(name)) return [name, withIgnored(options, site.aliases)]
  const kind = contentPlugin.exec(name)?.[1] as ContentKind | undefined
  if (!kind) return plugin
  return [kind === 'pages' ? pagesWithRst : name, withPages(kind, options, site)]
}

function withPreset(preset: Entry, site: Site): Entry {
  const [name, options = {}] = Array.isArray(preset) ? preset : [preset]
  if (typeof name !== 'string' || !classicPreset.test(name)) return preset
  const contents = kinds
    .filter((kind) => options[kind] !== false)
    .map((kind): [ContentKind, Options] => [
      kind,
      withPages(kind, (options[kind] ?? {}) as Options, site),
    ])
  const pages = contents.find(([kind]) => kind === 'pages')
  if (pages) site.plugins.push([pagesWithRst, pages[1]])
  const sitemap = (options['sitemap'] ?? {}) as Options | false
  return [
    name,
    {
      ...options,
      ...(Object.fromEntries(contents) as Options),
      // Its place is taken by our own around it.
      pages: false,
      ...(sitemap && {sitemap: withIgnored(sitemap, site.aliases)}),
    },
  ]
}

/** The options of a content plugin whose pages we read. */
function withPages(
  kind: ContentKind,
  options: Options,
  {sources, exclude, suffixes}: Site,
): Options {
  const list = (name: string): unknown[] => (options[name] as unknown[] | undefined) ?? []
  const {path = folders[kind], id = 'default'} = options as Partial<Record<string, string>>
  sources.push({kind, id, path})
  return {
    ...options,
    include: options['include']
      ? [...list('include'), ...suffixes.map((suffix) => `**/*${suffix}`)]
      : [`**/*.{${[...endings[kind], ...suffixes.map((suffix) => suffix.slice(1))].join()}}`],
    ...(exclude.length && {
      exclude: [...(options['exclude'] ? list('exclude') : GlobExcludeDefault), ...globs(exclude)],
    }),
    // Ours first, so that what comes after sees whole pages; links last, so that those made by
    // others are resolved too. All of it comes before Docusaurus gives ids to headings.
    beforeDefaultRemarkPlugins: [remarkPages, ...list('beforeDefaultRemarkPlugins'), remarkAdapt],
    ...(kind === 'blog' && !options['truncateMarker'] && {truncateMarker}),
    beforeDefaultRehypePlugins: [rehypeRawHtml, ...list('beforeDefaultRehypePlugins')],
  }
}

/** Sphinx' patterns as globs: one that names a folder leaves out all that is in it. */
function globs(patterns: readonly string[]): string[] {
  return patterns.flatMap((pattern) => {
    const glob = pattern.replace(/\/$/, '').replace(/\*\*(?=[^/*])/g, '**/*')
    return [glob, `${glob}/**`]
  })
}

function withIgnored(options: Options, ignored: readonly string[]): Options {
  const before = (options['ignorePatterns'] as string[] | undefined) ?? []
  return {...options, ignorePatterns: [...before, ...ignored]}
}
