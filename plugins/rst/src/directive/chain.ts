import type {Origin} from '../text/line.ts'

/** The readings that brought a line here, innermost first, with that of the document. */
export function origins(origin: Origin): Origin[] {
  const chain = [origin]
  for (let from = origin.includedFrom; from; from = from.origin.includedFrom)
    chain.push(from.origin)
  return chain
}

/** Paths as docutils lists them, from the innermost file outwards. */
export function chainText(paths: readonly string[]): string {
  return paths.join('\n> ')
}
