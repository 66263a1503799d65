import {existsSync} from 'node:fs'
import {extname, join} from 'node:path'
import {fileURLToPath} from 'node:url'

const endings = ['.ts', '.tsx', '.js', '.jsx', '/index.ts', '/index.tsx', '/index.js', '/index.jsx']

/**
 * The file of `@theme/RunbookSystem`: the site's own, or the one that comes with the plugin. The
 * scripts of runbooks are bundled apart from the pages, so that the theme's alias is made anew.
 */
export function runbookSystemFile(siteDir: string): string {
  const own = endings.map((ending) => join(siteDir, `src/theme/RunbookSystem${ending}`))
  const shipped = new URL(`theme/RunbookSystem/index${extname(import.meta.url)}`, import.meta.url)
  return own.find((file) => existsSync(file)) ?? fileURLToPath(shipped)
}
