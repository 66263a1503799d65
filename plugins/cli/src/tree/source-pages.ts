import {existsSync, readdirSync} from 'node:fs'
import {join, posix, sep} from 'node:path'

/** The files of a folder below the root, and of those in it, that may be pages. */
export function pagesIn(root: string, folder: string, suffixes: readonly string[]): string[] {
  return readdirSync(join(root, folder), {recursive: true, encoding: 'utf8'})
    .map((name) => posix.join(folder, name.replaceAll(sep, '/')))
    .filter((name) => suffixes.some((suffix) => name.endsWith(suffix)) && !isHidden(name))
}

/** The folder of a page's tree: the nearest one with Sphinx's `conf.py`, or else the root. */
export function sourceFolder(root: string, page: string): string {
  for (let folder = posix.dirname(page); folder !== '.'; folder = posix.dirname(folder)) {
    if (existsSync(join(root, folder, 'conf.py'))) return folder
  }
  return ''
}

/** Folders of tools, such as those of packages and of Sphinx's output, have no pages. */
function isHidden(name: string): boolean {
  return /(^|\/)([._]|node_modules\/)/.test(name)
}
