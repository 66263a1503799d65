import {readFile, readdir, rename, writeFile} from 'node:fs/promises'
import {join} from 'node:path'
import type {Plugin} from '@docusaurus/types'
import {firstPaintStyle, holdsRunbook, paintFirst} from 'docusaurus-plugin-runbook/first-paint'
import {pageFile} from '../page-file.ts'
import {inlineScripts, policyFor, withPolicy} from './policy.ts'

/**
 * A Docusaurus plugin that gives every page of the site a strict Content-Security-Policy, and pages
 * with a runbook the style they are first painted with, which the policy names. The inline scripts
 * it allows are those of the page for what is not there, as it holds no text of an author: a script
 * that came in with the text of a page does not run. It only touches pages: other plugins may be
 * writing files of theirs at the same time.
 */
export function contentSecurityPolicy(): Plugin {
  return {
    name: 'content-security-policy',
    async postBuild({outDir, baseUrl, routesPaths}) {
      const files = routesPaths.map((route) => pageFile(outDir, route.slice(baseUrl.length)))
      const pages = await Promise.all([...new Set(files)].map(readPage))
      const style = await styleOfRunbooks(outDir, pages)
      const empty = await readFile(join(outDir, '404.html'), 'utf8')
      const policy = policyFor(inlineScripts(empty), style === undefined ? [] : [style])
      await Promise.all(
        pages.map(({file, html}) => {
          const isPainted = style !== undefined && holdsRunbook(html)
          return replace(file, withPolicy(isPainted ? paintFirst(html, style) : html, policy))
        }),
      )
    },
  }
}

interface Page {
  readonly file: string
  readonly html: string
}

async function readPage(file: string): Promise<Page> {
  return {file, html: await readFile(file, 'utf8')}
}

/** What pages with a runbook are first painted with; undefined where there are none. */
async function styleOfRunbooks(
  outDir: string,
  pages: readonly Page[],
): Promise<string | undefined> {
  const runbooks = pages.map(({html}) => html).filter(holdsRunbook)
  if (runbooks.length === 0) return undefined
  const folder = join(outDir, 'assets/css')
  const sheets = await Promise.all(
    (await readdir(folder)).map((file) => readFile(join(folder, file), 'utf8')),
  )
  return firstPaintStyle(runbooks, sheets.join('\n'))
}

/** Replaces the file in one go, as another plugin may be reading it. */
async function replace(file: string, html: string): Promise<void> {
  const finished = `${file}.finished`
  await writeFile(finished, html)
  await rename(finished, file)
}
