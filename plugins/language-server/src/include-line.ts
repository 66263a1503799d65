/** The path that a line includes, and where it starts; `:literal:` and the like come below it. */
export interface IncludeLine {
  path: string
  /** Counts from 0. */
  start: number
}

const include = /^(.*\.\. (?:literalinclude|include)::[ \t]+)(.*?)[ \t]*$/

/** Reads `.. include:: path`, wherever in its line it stands: below the marker of a list, too. */
export function includeLine(text: string): IncludeLine | undefined {
  const match = include.exec(text)
  return match ? {path: match[2]!, start: match[1]!.length} : undefined
}
