/** Joins a path to a folder and resolves `.` and `..`; what leads out of the root keeps its `..`. */
export function joinPath(folder: string, path: string): string {
  if (path.startsWith('/')) return path
  const parts: string[] = []
  for (const part of `${folder}/${path}`.split('/')) {
    if (part === '' || part === '.') continue
    if (part === '..' && parts.length && parts.at(-1) !== '..') parts.pop()
    else parts.push(part)
  }
  return (folder.startsWith('/') ? '/' : '') + parts.join('/')
}

export function folderOf(path: string): string {
  return path.slice(0, Math.max(path.lastIndexOf('/'), 0))
}

/** The path relative to `root`, if it lies below it; with `/` on every system. */
export function relativeTo(root: string, path: string): string {
  const [base, name] = [withSlashes(root).replace(/\/?$/, '/'), withSlashes(path)]
  return name.startsWith(base) ? name.slice(base.length) : name
}

function withSlashes(path: string): string {
  return path.replaceAll('\\', '/')
}
