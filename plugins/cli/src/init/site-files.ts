import {existsSync} from 'node:fs'
import {basename, dirname, join, relative, resolve} from 'node:path'
import {commonFolder, outsideFiles} from './outside-files.ts'
import type {SphinxProject} from './sphinx-project.ts'

/** What a person says about the site that no conf.py does. */
export interface SiteChoices {
  title: string
  /** The address it will be published at. */
  url: string
  baseUrl: string
}

/** A site that is to be written: the text of each file by its name. */
export interface PlannedSite {
  files: Map<string, string>
  /** What a person should know: settings that were not taken over. */
  notes: string[]
}

/** Versions the packages of a new site are asked for. */
export interface Versions {
  docusaurus: string
  handrail: string
}

/** Plans a Docusaurus site around the sources of a Sphinx project, which stay where they are. */
export function siteFiles(
  source: string,
  target: string,
  project: SphinxProject,
  choices: SiteChoices,
  versions: Versions,
): PlannedSite {
  const from = (path: string): string => {
    const found = relative(resolve(target), resolve(source, path)).replaceAll('\\', '/')
    return found.startsWith('.') ? found : `./${found}`
  }
  const {prolog, epilog, texts} = frame(source, target, project)
  const outside = outsideFiles(source, project.suffixes, project.prolog + project.epilog)
  const shared = commonFolder(outside)
  const handrail = {
    docs: from('.'),
    includes: [...(texts.size ? ['includes'] : []), ...(shared ? [from(shared)] : [])],
    ...(prolog.length && {prolog}),
    ...(epilog.length && {epilog}),
    ...(project.defaultRole && {defaultRole: project.defaultRole}),
    ...(project.exclude.length && {exclude: project.exclude}),
    ...(project.suffixes.join() !== '.rst' && {suffixes: project.suffixes}),
    ...(project.rootDoc !== 'index' && {rootDocument: project.rootDoc}),
    ...(Object.keys(project.externalLinks).length && {externalLinks: project.externalLinks}),
    includeBase: 'document',
  }
  const files = new Map([
    ['package.json', manifest(choices, handrail, versions)],
    ['docusaurus.config.ts', configuration(project, choices, from)],
    ['src/css/site.css', style],
    ['.gitignore', 'node_modules/\n.docusaurus/\nbuild/\n'],
    ...texts,
  ])
  return {files, notes: notesOn(project)}
}

/** What stands before and after every page: files that are there already, or texts to write. */
function frame(source: string, target: string, {prolog, epilog}: SphinxProject) {
  const texts = new Map<string, string>()
  const filesOf = (text: string, name: string): string[] => {
    if (!text.trim()) return []
    const included = [...text.matchAll(/^\.\. include::[ \t]*(\S+)[ \t]*$/gm)]
    const rest = text.replace(/^\.\. include::.*$/gm, '').trim()
    const path = (written: string, base: string): string =>
      relative(base, resolve(source, written.replace(/^\//, ''))).replaceAll('\\', '/')
    if (!rest) return included.map(([, written]) => path(written!, resolve(target)))
    const base = resolve(target, 'includes')
    const moved = text.replace(
      /^(\.\. include::[ \t]*)(\S+)/gm,
      (_, start: string, written: string) => start + path(written, base),
    )
    texts.set(`includes/${name}`, `${moved.trim()}\n`)
    return [`includes/${name}`]
  }
  return {
    prolog: filesOf(prolog, 'prolog.rst'),
    epilog: filesOf(epilog, 'epilog.rst'),
    texts,
  }
}

function manifest({title}: SiteChoices, handrail: object, {docusaurus, handrail: own}: Versions) {
  const content = {
    name: packageName(title),
    private: true,
    scripts: {
      start: 'docusaurus start',
      check: 'handrail check',
      build: 'docusaurus build',
      serve: 'docusaurus serve',
    },
    dependencies: {
      '@docusaurus/core': docusaurus,
      '@docusaurus/faster': docusaurus,
      '@handrail/cli': own,
      'docusaurus-preset-handrail': own,
      'prism-react-renderer': '^2.4.1',
      react: '^19.0.0',
      'react-dom': '^19.0.0',
    },
    engines: {node: '>=20.11'},
    handrail,
  }
  return `${JSON.stringify(content, null, 2)}\n`
}

function packageName(title: string): string {
  const words = title.toLowerCase().match(/[a-z0-9]+/g) ?? ['documentation']
  return words.join('-')
}

function configuration(
  {copyright, language, staticPaths, logo, favicon}: SphinxProject,
  {title, url, baseUrl}: SiteChoices,
  from: (path: string) => string,
): string {
  const quote = (text: string): string => `'${text.replace(/[\\']/g, '\\$&').replace(/\s+/g, ' ')}'`
  const folders = ['static', ...staticPaths.map(from)].map(quote).join(', ')
  const image = logo && staticFile(logo, staticPaths)
  const icon = favicon && staticFile(favicon, staticPaths)
  const types = '@docusaurus/types'
  return `import type {Config} from '${types}'
import {themes} from 'prism-react-renderer'

const config: Config = {
  title: ${quote(title)},
  url: ${quote(url)},
  baseUrl: ${quote(baseUrl)},${icon ? `\n  favicon: ${quote(icon)},` : ''}
  i18n: {defaultLocale: ${quote(language)}, locales: [${quote(language)}]},
  future: {v4: true, faster: true},
  onBrokenLinks: 'throw',
  onBrokenAnchors: 'throw',
  markdown: {
    format: 'detect',
    hooks: {onBrokenMarkdownLinks: 'throw', onBrokenMarkdownImages: 'warn'},
  },
  staticDirectories: [${folders}],
  // How the pages are read is said in package.json, for this and for the command \`handrail\`.
  presets: [['handrail', {theme: {customCss: './src/css/site.css'}}]],
  themeConfig: {
    colorMode: {respectPrefersColorScheme: true},
    docs: {sidebar: {hideable: true, autoCollapseCategories: true}},
    navbar: {
      title: ${quote(title)},${image ? `\n      logo: {alt: '', src: ${quote(image)}},` : ''}
      // With an item the button that opens the menu on a phone is there from the start.
      items: [{type: 'docSidebar', sidebarId: 'defaultSidebar', label: 'Contents'}],
    },
    footer: {copyright: ${quote(copyright || title)}},
    prism: {
      theme: themes.github,
      darkTheme: themes.dracula,
      additionalLanguages: [${languages.map(quote).join(', ')}],
    },
  },
}

export default config
`
}

/** What is coloured beside the theme's own dozen. */
const languages = [
  ...['bash', 'diff', 'docker', 'http', 'ini', 'json', 'makefile', 'powershell', 'ruby', 'sql'],
  ...['toml', 'yaml'],
]

/** The address of a picture that lies in a folder of static files. */
function staticFile(path: string, staticPaths: readonly string[]): string | undefined {
  const folder = staticPaths.find((name) => path.startsWith(`${name.replace(/\/$/, '')}/`))
  return folder && path.slice(folder.replace(/\/$/, '').length + 1)
}

const style = `/* The look of this site: https://docusaurus.io/docs/styling-layout */
`

/** Extensions whose work is done, or is none, without them. */
const done = new Set([
  ...['coverage', 'duration', 'extlinks', 'githubpages', 'mathjax', 'todo', 'viewcode'],
  ...['sphinx_copybutton', 'sphinx_inline_tabs', 'sphinx_tabs.tabs', 'sphinx_sitemap'],
  ...['notfound.extension', 'sphinx_rtd_theme', 'sphinx_rtd_dark_mode', 'sphinxcontrib.jquery'],
])

function missingExtensions({extensions}: SphinxProject): string[] {
  return extensions.filter((name) => !done.has(name.replace(/^sphinx\.ext\./, '')))
}

function notesOn(project: SphinxProject): string[] {
  const missing = missingExtensions(project)
  return [
    ...project.unread.map((name) => `conf.py: ${name} needs Python and was not taken over`),
    ...project.blank.map((name) => `|${name}| shows nothing until includes/epilog.rst says what`),
    ...(missing.length
      ? [`conf.py: nothing runs ${missing.join(', ')}; what only they know is text`]
      : []),
  ]
}

/** Whether a folder can take a site: it is not there yet, or holds none. */
export function isFree(target: string): boolean {
  return !['package.json', 'docusaurus.config.ts'].some((name) => existsSync(join(target, name)))
}

/** Where a site goes unless somebody says so: beside the sources. */
export function defaultTarget(source: string): string {
  const folder = resolve(source)
  const parent = dirname(folder)
  return join(basename(folder) === 'source' ? dirname(parent) : parent, 'site')
}
