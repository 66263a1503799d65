import type {Nodes} from 'mdast'

/** Something of a page that Markdown does not hold. */
export interface Loss {
  /** In words: `the width of a picture`. */
  what: string
  /** The file it stands in, if that is one the page includes. */
  file?: string
  line?: number
}

/** Says what of a node was lost, with its place as far as it is known. */
export function lossOf(what: string, {data, position}: Nodes): Loss {
  const line = data?.origin?.line ?? position?.start.line
  return {
    what,
    ...(data?.origin && {file: data.origin.file}),
    ...(line !== undefined && {line}),
  }
}
