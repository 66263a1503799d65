/** The path relative to `root`, if it lies below it; with `/` on every system. */
export function relativeTo(root: string, path: string): string {
  const [base, name] = [withSlashes(root).replace(/\/?$/, '/'), withSlashes(path)]
  return name.startsWith(base) ? name.slice(base.length) : name
}

function withSlashes(path: string): string {
  return path.replaceAll('\\', '/')
}
