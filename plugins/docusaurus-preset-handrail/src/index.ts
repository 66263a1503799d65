import {createRequire} from 'node:module'
import {fileURLToPath} from 'node:url'
import type {Config, LoadContext, PluginConfig, PluginOptions, Preset} from '@docusaurus/types'
import {type RstPluginOptions, siteOptions, toctreeSidebar, withRst} from 'docusaurus-plugin-rst'
import {siteSettings} from 'remark-rst/site'

/** Options of the plugins and of the theme, by the names they have in the classic preset. */
export interface HandrailPresetOptions {
  docs?: object | false
  blog?: object | false
  pages?: object | false
  sitemap?: object | false
  theme?: Record<string, unknown>
  /** How pages are read, beyond what the field `handrail` of the site's package.json says. */
  rst?: RstPluginOptions
}

type Entry = [name: string, options: object]

const {resolve} = createRequire(import.meta.url)

/** The look of what only pages in RST have. */
const style = fileURLToPath(new URL('./rst.css', import.meta.url))

/**
 * A site with pages in reStructuredText and Markdown: docs at the root of the site, with the
 * sidebar that their lists of pages make, further pages, a sitemap and the classic theme; a blog
 * if it has options. How pages are read is said in the field `handrail` of the site's package.json.
 *
 *     presets: ['handrail']
 */
export default function handrailPreset(
  context: LoadContext,
  options: HandrailPresetOptions = {},
): Preset {
  const {siteConfig, siteDir} = context
  const {docs: path} = siteSettings(siteDir)
  const docs = {path, routeBasePath: '/', sidebarItemsGenerator: toctreeSidebar}
  const plugins = [
    entry('content-docs', docs, options.docs),
    entry('content-blog', {}, options.blog ?? false),
    entry('content-pages', {}, options.pages),
    entry('sitemap', {}, options.sitemap),
  ].flatMap((plugin) => plugin ?? [])
  const site = {...siteConfig, presets: [], plugins} as unknown as Config
  const widened = withRst(site, {...siteOptions(siteDir), ...options.rst})
  // A preset has no other way to say how front matter is read; the content plugins come after it.
  Object.assign(siteConfig.markdown, widened.markdown, {emoji: false})
  return {
    themes: [[resolve('@docusaurus/theme-classic'), themeOptions(options.theme)]],
    plugins: widened.plugins!.map(resolved),
  }
}

/** The site's own style comes behind ours, and so wins. */
function themeOptions({customCss = [], ...others}: Record<string, unknown> = {}): PluginOptions {
  return {...others, customCss: [style, customCss].flat()} as PluginOptions
}

function entry(name: string, defaults: object, own: object | false = {}): Entry[] | undefined {
  return own ? [[`@docusaurus/plugin-${name}`, {...defaults, ...own}]] : undefined
}

/** The plugins are dependencies of this package: the site itself may not find them. */
function resolved(plugin: unknown): PluginConfig {
  const [name, options] = plugin as [unknown, PluginOptions]
  return [typeof name === 'string' ? resolve(name) : name, options] as PluginConfig
}
