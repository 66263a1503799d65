import type {Node, Position} from 'unist'

/** A place in a file. */
export interface FilePlace {
  readonly file: string
  readonly line: number
  readonly column: number
}

/** Where text is written that an include brought into the page. */
interface Origin extends FilePlace {
  /** The include directives that brought it here, innermost first. */
  readonly includedFrom: readonly FilePlace[]
}

/** A position in the page, and where its text is written if that is another file. */
export interface SourcePosition extends Position {
  readonly origin?: Origin
}

/** The position of a node; of what is included, with its origin, which may stand in a child. */
export function positionOf(node: Node | undefined): SourcePosition | undefined {
  if (!node?.position) return undefined
  const origin = originOf(node)
  return origin ? {...node.position, origin} : node.position
}

function originOf(node: Node): Origin | undefined {
  const {origin} = (node.data ?? {}) as {origin?: Origin}
  const [child] = 'children' in node ? (node.children as readonly Node[]) : []
  return origin ?? (child && originOf(child))
}
