/**
 * The same page of the guide, from the same Markdown, in other generators: what a reader downloads
 * and waits for on a slow line. Build the site, then run it with `npx tsx bench/other-generators.ts`;
 * VitePress and Starlight are installed in a temporary folder.
 */
import {execFileSync, type ExecFileSyncOptions} from 'node:child_process'
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import {tmpdir} from 'node:os'
import {dirname, join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {launch} from '../test/browser/launch.ts'
import {mobile, serveCompressed, type Visit, visit} from './slow-line.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const page = 'monitoring'
const rounds = 5

/** Another generator: what is installed, the files beside the pages, and where the result is. */
interface Generator {
  readonly name: string
  readonly packages: readonly string[]
  readonly files: Readonly<Record<string, string>>
  /** Where pages are read from. */
  readonly pages: string
  readonly build: readonly string[]
  readonly built: string
  readonly path: string
}

const vitepress: Generator = {
  name: 'VitePress',
  packages: ['vitepress@1'],
  files: {
    'docs/.vitepress/config.mjs': `import {readdirSync} from 'node:fs'
const items = readdirSync('docs/server').filter((file) => file.endsWith('.md')).map((file) => file.slice(0, -3))
export default {
  title: 'Guide', cleanUrls: true, ignoreDeadLinks: true,
  themeConfig: {search: {provider: 'local'}, sidebar: items.map((text) => ({text, link: '/server/' + text}))},
}`,
  },
  pages: 'docs/server',
  build: ['npx', 'vitepress', 'build', 'docs'],
  built: 'docs/.vitepress/dist',
  path: `/server/${page}.html`,
}

const starlight: Generator = {
  name: 'Starlight',
  packages: ['astro@5', '@astrojs/starlight@0.37', 'sharp'],
  files: {
    'astro.config.mjs': `import {defineConfig} from 'astro/config'
import starlight from '@astrojs/starlight'
export default defineConfig({integrations: [starlight({title: 'Guide', sidebar: [{label: 'Guide', autogenerate: {directory: 'server'}}]})]})`,
    'src/content.config.mjs': `import {defineCollection} from 'astro:content'
import {docsLoader} from '@astrojs/starlight/loaders'
import {docsSchema} from '@astrojs/starlight/schema'
export const collections = {docs: defineCollection({loader: docsLoader(), schema: docsSchema()})}`,
  },
  pages: 'src/content/docs/server',
  build: ['npx', 'astro', 'build'],
  built: 'dist',
  path: `/server/${page}`,
}

async function main(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'generators-'))
  try {
    const markdown = convertedGuide(folder)
    print('', 'readable', 'all there', 'requests', 'compressed', 'shift')
    await measure('this site', join(root, 'build'), `/server/${page}`)
    for (const generator of [vitepress, starlight]) {
      const built = buildWith(generator, markdown, join(folder, generator.name))
      await measure(generator.name, built, generator.path)
    }
  } finally {
    rmSync(folder, {recursive: true})
  }
}

/** Writes the guide as Markdown; answers its folder. */
function convertedGuide(folder: string): string {
  const handrail = join(root, 'node_modules/.bin/handrail')
  execFileSync(process.execPath, [handrail, 'convert', root, '--to', join(folder, 'docs')])
  return join(folder, 'docs/server')
}

/** Builds the pages with another generator; answers the folder of the built site. */
function buildWith(generator: Generator, markdown: string, folder: string): string {
  const pages = join(folder, generator.pages)
  mkdirSync(pages, {recursive: true})
  cpSync(join(markdown, 'img'), join(pages, 'img'), {recursive: true})
  for (const file of readdirSync(markdown).filter((name) => name.endsWith('.md'))) {
    writeFileSync(join(pages, file), titled(readFileSync(join(markdown, file), 'utf8')))
  }
  writeFileSync(join(folder, 'package.json'), '{"private": true, "type": "module"}')
  for (const [path, text] of Object.entries(generator.files)) {
    mkdirSync(dirname(join(folder, path)), {recursive: true})
    writeFileSync(join(folder, path), text)
  }
  const options: ExecFileSyncOptions = {cwd: folder, stdio: ['ignore', 'ignore', 'inherit']}
  execFileSync('npm', ['install', '--no-audit', '--no-fund', ...generator.packages], options)
  const [command, ...args] = generator.build
  execFileSync(command!, args, options)
  return join(folder, generator.built)
}

/** A page with the title in its front matter, where Starlight wants it. */
function titled(text: string): string {
  const [, title = 'Page'] = /^# (.*)$/m.exec(text) ?? []
  const body = text.replace(/^---\n[\s\S]*?\n---\n/, '')
  return `---\ntitle: ${JSON.stringify(title)}\n---\n${body}`
}

async function measure(name: string, built: string, path: string): Promise<void> {
  const server = await serveCompressed(built)
  const browser = await launch()
  const visits: Visit[] = []
  for (let round = 0; round < rounds; round++) {
    visits.push(await visit(browser, mobile, server.url + path))
  }
  await browser.close()
  server.stop()
  const [best] = visits.sort((a, b) => a.readable - b.readable)
  print(
    name,
    `${best!.readable.toFixed(0)} ms`,
    `${best!.settled.toFixed(0)} ms`,
    String(best!.requests),
    `${(best!.bytes / 1000).toFixed(0)} kB`,
    Math.max(...visits.map(({shift}) => shift)).toFixed(3),
  )
}

function print(name: string, ...figures: readonly string[]): void {
  process.stdout.write(`${name.padEnd(12)}${figures.map((text) => text.padStart(12)).join('')}\n`)
}

void main()
