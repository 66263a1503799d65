import {execFileSync} from 'node:child_process'
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
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
  writeStockSite(markdown)
  for (const site of [rst, markdown]) linkPackages(site)
  return {folder, rst, markdown, losses: JSON.parse(report).pages}
}

function handrail(...words: string[]): string {
  return execFileSync(process.execPath, [command, ...words], {encoding: 'utf8', maxBuffer: 2 ** 28})
}

/** The site that `init` writes, but for what is Handrail's. */
function writeStockSite(folder: string): void {
  mkdirSync(join(folder, 'static'))
  writeFileSync(join(folder, 'package.json'), '{"name": "markdown", "private": true}\n')
  writeFileSync(join(folder, 'docusaurus.config.ts'), stockConfiguration)
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

const stockConfiguration = `export default {
  title: 'Chef Docs',
  url: 'https://docs.example',
  baseUrl: '/',
  future: {v4: true, faster: true},
  onBrokenLinks: 'throw',
  onBrokenAnchors: 'throw',
  markdown: {
    format: 'detect',
    hooks: {onBrokenMarkdownLinks: 'throw', onBrokenMarkdownImages: 'warn'},
  },
  themes: ['@docusaurus/theme-classic'],
  plugins: [
    ['@docusaurus/plugin-content-docs', {routeBasePath: '/', sidebarPath: './sidebars.json'}],
    '@docusaurus/plugin-content-pages',
    '@docusaurus/plugin-sitemap',
  ],
  themeConfig: {
    colorMode: {respectPrefersColorScheme: true},
    docs: {sidebar: {hideable: true, autoCollapseCategories: true}},
    navbar: {title: 'Chef Docs'},
    prism: {additionalLanguages: ['bash', 'diff', 'ini', 'json', 'powershell', 'ruby', 'yaml']},
  },
}
`
