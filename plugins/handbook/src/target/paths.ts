/** The folder of a path, without the slash at its end. */
export function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')))
}

/** Resolves `..` and `.` of a path relative to a folder; `undefined` if it leaves the top. */
export function joinPath(folder: string, relative: string): string | undefined {
  const parts: string[] = []
  for (const part of `${folder}/${relative}`.split('/')) {
    if (part === '..') {
      if (parts.pop() === undefined) return undefined
    } else if (part !== '' && part !== '.') parts.push(part)
  }
  return parts.join('/')
}

/** Two addresses that lead to the same page: with and without a slash or `.html` at the end. */
export function sameRoute(route: string): string {
  return route.replace(/(?:\/index)?(?:\.html)?\/*$/, '') || '/'
}
