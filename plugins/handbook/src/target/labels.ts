/** Name of a Typst label: the page's file, then the id. Two pages never share one. */
export function labelOf(path: string, id = ''): string {
  return `${path}#${id}`
}
