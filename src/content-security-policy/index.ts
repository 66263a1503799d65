import {readFile, rename, writeFile} from 'node:fs/promises'
import {join} from 'node:path'
import type {Plugin} from '@docusaurus/types'
import {pageFile} from '../page-file.ts'
import {inlineScripts, policyFor, withPolicy} from './policy.ts'

/**
 * A Docusaurus plugin that gives every page of the site a strict Content-Security-Policy. The inline
 * scripts it allows are those of the page for what is not there, as it holds no text of an author:
 * a script that came in with the text of a page does not run. It only touches pages: other plugins
 * may be writing files of theirs at the same time.
 */
export function contentSecurityPolicy(): Plugin {
  return {
    name: 'content-security-policy',
    async postBuild({outDir, baseUrl, routesPaths}) {
      const files = routesPaths.map((route) => pageFile(outDir, route.slice(baseUrl.length)))
      const empty = await readFile(join(outDir, '404.html'), 'utf8')
      const policy = policyFor(inlineScripts(empty))
      await Promise.all([...new Set(files)].map((file) => secure(file, policy)))
    },
  }
}

/** Replaces the file in one go, as another plugin may be reading it. */
async function secure(file: string, policy: string): Promise<void> {
  const secured = `${file}.secured`
  await writeFile(secured, withPolicy(await readFile(file, 'utf8'), policy))
  await rename(secured, file)
}
