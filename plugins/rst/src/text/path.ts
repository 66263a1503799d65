/** The folder of a path; nothing for one without a folder. */
export function parentPath(path: string): string {
  const slash = path.lastIndexOf('/')
  return slash < 0 ? '' : path.slice(0, slash) || '/'
}

/** A path from a folder on, without `.` and inner `..`; an absolute path stays what it is. */
export function joinPath(folder: string, path: string): string {
  const joined = path.startsWith('/') || folder === '' ? path : `${folder}/${path}`
  const parts: string[] = []
  for (const part of joined.split('/')) {
    if (part === '' || part === '.') continue
    if (part === '..' && parts.length > 0 && parts[parts.length - 1] !== '..') parts.pop()
    else parts.push(part)
  }
  return (joined.startsWith('/') ? '/' : '') + parts.join('/')
}

/** The path that an address stands for: `my%20file` has a blank, `100%` is as it is. */
export function decodedPath(address: string): string {
  try {
    return decodeURIComponent(address)
  } catch {
    return address
  }
}

/** The way from one file to another. */
export function relativePath(from: string, to: string): string {
  const start = from.split('/').slice(0, -1)
  const end = to.split('/')
  let same = 0
  while (same < start.length && same < end.length - 1 && start[same] === end[same]) same++
  return [...start.slice(same).map(() => '..'), ...end.slice(same)].join('/')
}
