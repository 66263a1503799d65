/** The family that text in drawings is set in: one that is handed to the compiler. */
const family = 'Source Sans 3'

/**
 * A drawing as it can be printed: its text in a family of the handbook, as no other may be
 * embedded, and without the colours it has on a dark screen.
 */
export function printableSvg(svg: string): string {
  return withoutDarkScheme(svg)
    .replace(/(font-family\s*=\s*)("[^"]*"|'[^']*')/g, `$1"'${family}'"`)
    .replace(/(font-family\s*:\s*)[^;}"<]+/g, `$1'${family}'`)
    .replace(/(\bfont\s*:[^;}"]*?\d(?:px|pt|em|rem)(?:\/[\d.]+)?\s+)[^;}"]+/g, `$1'${family}'`)
}

/** Leaves out `@media (prefers-color-scheme: dark) { … }`, braces within it included. */
function withoutDarkScheme(svg: string): string {
  const start = /@media[^{]*prefers-color-scheme\s*:\s*dark[^{]*\{/.exec(svg)
  if (!start) return svg
  let depth = 1
  let end = start.index + start[0].length
  while (end < svg.length && depth > 0) {
    if (svg[end] === '{') depth++
    if (svg[end] === '}') depth--
    end++
  }
  return withoutDarkScheme(svg.slice(0, start.index) + svg.slice(end))
}
