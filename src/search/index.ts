import {mkdir, readFile, writeFile} from 'node:fs/promises'
import path from 'node:path'
import {fileURLToPath} from 'node:url'
import type {LoadContext, Plugin} from '@docusaurus/types'
import {build} from 'esbuild'
import {pageFile} from '../page-file.ts'
import type {SearchPage, Shelf} from './page.ts'
import {readPage} from './sections-of.ts'

interface SearchOptions {
  /** Pages left out: those whose path begins with one of these. */
  exclude: readonly string[]
}

/**
 * A Docusaurus plugin that makes the site searchable without a server: after the build it reads
 * the pages and writes two scripts into `search/`, the dialog and the text it searches.
 */
export function localSearch({exclude}: SearchOptions): (context: LoadContext) => Plugin {
  return (context) => ({
    name: 'local-search',
    getClientModules: () => [fileURLToPath(new URL('search.css', import.meta.url))],
    injectHtmlTags: () =>
      process.env['NODE_ENV'] === 'production'
        ? {
            headTags: [
              {
                tagName: 'script',
                attributes: {defer: true, src: `${context.baseUrl}search/search.js`},
              },
            ],
          }
        : {},
    async postBuild({outDir, routesPaths, siteConfig, baseUrl}) {
      const paths = routesPaths
        .map((route) => route.slice(baseUrl.length).replace(/\/$/, ''))
        .filter((route) => !exclude.some((prefix) => route.startsWith(prefix)))
      const root = siteConfig.url + baseUrl
      const pages = await Promise.all(paths.map((route) => searchPage(outDir, route, root)))
      await write(outDir, 'pages.js', pagesScript(pages.flatMap((page) => page ?? [])))
      await write(outDir, 'search.js', await dialogScript())
    },
  })
}

/** A page of the docs under its own address; undefined for others, such as second addresses. */
async function searchPage(
  outDir: string,
  route: string,
  root: string,
): Promise<SearchPage | undefined> {
  const page = readPage(await readFile(pageFile(outDir, route), 'utf8'))
  if (!page || page.canonical?.replace(/\/$/, '') !== (root + route).replace(/\/$/, '')) {
    return undefined
  }
  const {title, keywords, sections} = page
  return {path: route, title, shelf: shelfOf(route), keywords, sections}
}

function shelfOf(route: string): Shelf {
  if (route.startsWith('runbooks/')) return 'runbook'
  return route.startsWith('reference') ? 'reference' : 'guide'
}

function pagesScript(pages: readonly SearchPage[]): string {
  const sorted = [...pages].sort((one, other) => (one.path < other.path ? -1 : 1))
  return `globalThis.handrailSearchPages=${JSON.stringify(sorted)}\n`
}

async function dialogScript(): Promise<string> {
  const {outputFiles} = await build({
    entryPoints: [fileURLToPath(new URL('browser/entry.ts', import.meta.url))],
    bundle: true,
    minify: true,
    write: false,
    format: 'iife',
    target: 'es2022',
    legalComments: 'inline',
  })
  return outputFiles[0]!.text
}

async function write(outDir: string, name: string, text: string): Promise<void> {
  await mkdir(path.join(outDir, 'search'), {recursive: true})
  await writeFile(path.join(outDir, 'search', name), text)
}
