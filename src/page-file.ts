import {existsSync} from 'node:fs'
import path from 'node:path'

/** The file of a built page: `a/index.html`, `a.html` or `404.html`. */
export function pageFile(outDir: string, route: string): string {
  const file = path.join(outDir, route)
  const candidates = [path.join(file, 'index.html'), `${file}.html`, file]
  return candidates.find((candidate) => existsSync(candidate))!
}
