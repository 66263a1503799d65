import {readFile, readdir, writeFile} from 'node:fs/promises'
import path from 'node:path'
import type {Plugin} from '@docusaurus/types'
import {withPolicy} from './policy.ts'

/** A Docusaurus plugin that gives every built page a strict Content-Security-Policy. */
export function contentSecurityPolicy(): Plugin {
  return {
    name: 'content-security-policy',
    async postBuild({outDir}) {
      const files = await readdir(outDir, {recursive: true})
      await Promise.all(
        files
          .filter((file) => file.endsWith('.html'))
          .map((file) => secure(path.join(outDir, file))),
      )
    },
  }
}

async function secure(file: string): Promise<void> {
  const html = await readFile(file, 'utf8')
  const secured = withPolicy(html)
  if (secured !== html) await writeFile(file, secured)
}
