import {existsSync} from 'node:fs'
import {readFile, writeFile} from 'node:fs/promises'
import path from 'node:path'
import type {Plugin} from '@docusaurus/types'
import {withPolicy} from './policy.ts'

/**
 * A Docusaurus plugin that gives every page of the site a strict Content-Security-Policy. It only
 * touches pages: other plugins may be writing files of theirs at the same time.
 */
export function contentSecurityPolicy(): Plugin {
  return {
    name: 'content-security-policy',
    async postBuild({outDir, baseUrl, routesPaths}) {
      const files = routesPaths.map((route) => pageFile(outDir, route.slice(baseUrl.length)))
      await Promise.all([...new Set(files)].map(secure))
    },
  }
}

/** The file of a page: `a/index.html`, `a.html` or `404.html`. */
function pageFile(outDir: string, route: string): string {
  const file = path.join(outDir, route)
  const candidates = [path.join(file, 'index.html'), `${file}.html`, file]
  return candidates.find((candidate) => existsSync(candidate))!
}

async function secure(file: string): Promise<void> {
  await writeFile(file, withPolicy(await readFile(file, 'utf8')))
}
