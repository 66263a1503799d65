/** The folder of a path, without the last `/`; empty for a path without a folder. */
export function folderOf(path: string): string {
  const end = path.lastIndexOf('/')
  return end < 0 ? '' : path.slice(0, end)
}

/**
 * Where `path` leads from `folder`; `undefined` if it leads above the root. A folder beside the root
 * (`../docs`) stays there.
 */
export function joinPath(folder: string, path: string): string | undefined {
  const parts: string[] = []
  for (const part of `${folder}/${path}`.split('/')) {
    if (part === '' || part === '.') continue
    if (part !== '..' || (folder.startsWith('..') && isAbove(parts))) parts.push(part)
    else if (parts.pop() === undefined) return undefined
  }
  return parts.join('/')
}

function isAbove(parts: readonly string[]): boolean {
  return parts.every((part) => part === '..')
}

/** A pattern with `*`, `**`, `?` and `[…]` as Sphinx reads it: only `**` goes across folders. */
export function globPattern(pattern: string): RegExp {
  const source = pattern.replace(/\*\*|\*|\?|\[!?[^\]]+\]|[^*?[]+|\[/g, (part) => {
    if (part === '**') return '.*'
    if (part === '*') return '[^/]*'
    if (part === '?') return '[^/]'
    if (part.length > 1 && part.startsWith('[')) return setPattern(part)
    return part.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')
  })
  return new RegExp(`^${source}$`)
}

function setPattern(part: string): string {
  const isNegated = part[1] === '!'
  const characters = part.slice(isNegated ? 2 : 1, -1).replace(/[\\^\]]/g, '\\$&')
  return isNegated ? `[^/${characters}]` : `[${characters}]`
}
