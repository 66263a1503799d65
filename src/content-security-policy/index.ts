import {readFile, rename, writeFile} from 'node:fs/promises'
import type {Plugin} from '@docusaurus/types'
import {pageFile} from '../page-file.ts'
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

/** Replaces the file in one go, as another plugin may be reading it. */
async function secure(file: string): Promise<void> {
  const secured = `${file}.secured`
  await writeFile(secured, withPolicy(await readFile(file, 'utf8')))
  await rename(secured, file)
}
