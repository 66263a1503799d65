import {readdirSync} from 'node:fs'
import {join, relative, sep} from 'node:path'
import type {FileOf} from './portable-page.ts'

/** The files below a folder, as paths with slashes, in the order of their names. */
export function filesBelow(folder: string): string[] {
  return readdirSync(folder, {recursive: true, withFileTypes: true})
    .filter((entry) => entry.isFile())
    .map(({parentPath, name}) => relative(folder, join(parentPath, name)).replaceAll(sep, '/'))
    .sort()
}

/** Finds the file behind an address as a web server does: `a` is `a`, `a/index.html` or `a.html`. */
export function fileFinder(files: readonly string[]): FileOf {
  const known = new Set(files)
  return (path) => {
    const page = path.replace(/\/$/, '')
    return [path, `${page}/index.html`.replace(/^\//, ''), `${page}.html`].find((candidate) =>
      known.has(candidate),
    )
  }
}
