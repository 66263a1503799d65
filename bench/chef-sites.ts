import {execFileSync} from 'node:child_process'
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {chefCorpus} from './corpus.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const command = join(root, 'node_modules/.bin/handrail')

/** Two sites with the same content. Their folders are the caller's to remove. */
export interface ChefSites {
  /** The folder of both. */
  folder: string
  /** The sources as they are, in a site that `handrail init` wrote. */
  rst: string
  /** The same as `handrail convert` writes them, in a site with Docusaurus' own plugins only. */
  markdown: string
  /** What that site's pages lost. */
  losses: {source: string; losses: {what: string}[]}[]
}

/** Makes the two sites of the Chef documentation in a new temporary folder. */
export function chefSites(): ChefSites {
  const folder = mkdtempSync(join(tmpdir(), 'chef-sites-'))
  cpSync(chefCorpus(), folder, {recursive: true})
  const rst = join(folder, 'site')
  const markdown = join(folder, 'markdown')
  handrail('init', '--from', join(folder, 'chef_master/source'), '--to', rst, '--yes')
  const report = handrail('convert', rst, '--to', join(markdown, 'docs'), '--report', 'json')
  writeStockSite(markdown, rst)
  for (const site of [rst, markdown]) linkPackages(site)
  return {folder, rst, markdown, losses: JSON.parse(report).pages}
}

/** Words of a fragment that 24 pages include. */
export const sharedWords = 'manage clusters of any size'

/** The files that have the shared words: in RST the fragment, in Markdown each page. */
export function filesWithWords(
  content: 'rst' | 'markdown',
  {folder, markdown}: ChefSites,
): string[] {
  if (content === 'rst') return [join(folder, 'includes_notes/includes_notes_provisioning.rst')]
  const docs = join(markdown, 'docs')
  const files = readdirSync(docs).map((name) => join(docs, name))
  const found = files.filter((file) => readFileSync(file, 'utf8').includes(sharedWords))
  if (!found.length) throw new Error(`no page says: ${sharedWords}`)
  return found
}

function handrail(...words: string[]): string {
  return execFileSync(process.execPath, [command, ...words], {encoding: 'utf8', maxBuffer: 2 ** 28})
}

/** The site that `init` wrote for the sources, with Docusaurus' own plugins in the preset's place. */
function writeStockSite(folder: string, initialised: string): void {
  const own = ['static', 'src/css/site.css', 'package.json']
  for (const name of own.filter((name) => existsSync(join(initialised, name)))) {
    cpSync(join(initialised, name), join(folder, name), {recursive: true})
  }
  const config = readFileSync(join(initialised, 'docusaurus.config.ts'), 'utf8')
  const preset = /^ {2}presets: .*$/m
  if (!preset.test(config)) throw new Error('The configuration that `init` writes has no presets')
  const stock = config.replace(preset, stockPlugins).replace("'defaultSidebar'", "'docs'")
  writeFileSync(join(folder, 'docusaurus.config.ts'), stock)
}

/** Packages by links of its own, so that the bundler's cache, which lies among them, is its own too. */
export function linkPackages(site: string): void {
  const packages = join(site, 'node_modules')
  rmSync(packages, {force: true})
  mkdirSync(packages)
  for (const name of readdirSync(join(root, 'node_modules'))) {
    if (name !== '.cache') symlinkSync(join(root, 'node_modules', name), join(packages, name))
  }
}

const stockPlugins = `  themes: [['@docusaurus/theme-classic', {customCss: './src/css/site.css'}]],
  plugins: [
    ['@docusaurus/plugin-content-docs', {routeBasePath: '/', sidebarPath: './sidebars.json'}],
    '@docusaurus/plugin-content-pages',
    '@docusaurus/plugin-sitemap',
  ],`
