import {existsSync, readdirSync, readFileSync, statSync} from 'node:fs'
import {dirname, join, relative, resolve, sep} from 'node:path'

/** What names a file that becomes part of a page. */
const naming =
  /^[ \t]*(?:.*?\.\.[ \t]+(?:\|[^|]+\|[ \t]+)?(?:include|literalinclude)::|:file:)[ \t]*(\S.*?)[ \t]*$/gm

/**
 * The files outside a folder of pages that these include, directly or through one another. A path
 * starts from the page, as Sphinx reads it.
 *
 * @param suffixes endings of the pages
 * @returns absolute paths
 */
export function outsideFiles(folder: string, suffixes: readonly string[], prolog = ''): string[] {
  const root = resolve(folder)
  const seen = new Set<string>()
  const visit = (text: string, page: string): void => {
    for (const [, written] of text.matchAll(naming)) {
      const file = written!.startsWith('/')
        ? join(root, written!)
        : resolve(dirname(page), written!)
      const key = `${dirname(page)}\0${file}`
      if (seen.has(key) || !isFile(file)) continue
      seen.add(key)
      visit(readFileSync(file, 'utf8'), page)
    }
  }
  for (const name of pagesIn(root, suffixes)) {
    visit(readFileSync(join(root, name), 'utf8'), join(root, name))
  }
  visit(prolog, join(root, 'conf.py'))
  const files = [...seen].map((key) => key.slice(key.indexOf('\0') + 1))
  return [...new Set(files)].filter((file) => !isWithin(file, root))
}

/** The deepest folder that holds all files. */
export function commonFolder(files: readonly string[]): string | undefined {
  const [first, ...rest] = files.map((file) => dirname(file))
  return rest.reduce((folder, other) => {
    let common = folder!
    while (!isWithin(other, common)) common = dirname(common)
    return common
  }, first)
}

/** The names of the pages in a folder, relative to it. */
function pagesIn(folder: string, suffixes: readonly string[]): string[] {
  return readdirSync(folder, {recursive: true, encoding: 'utf8'}).filter(
    (name) => suffixes.some((suffix) => name.endsWith(suffix)) && isFile(join(folder, name)),
  )
}

function isWithin(file: string, folder: string): boolean {
  const path = relative(folder, file)
  return path !== '..' && !path.startsWith(`..${sep}`)
}

function isFile(path: string): boolean {
  return existsSync(path) && statSync(path).isFile()
}
