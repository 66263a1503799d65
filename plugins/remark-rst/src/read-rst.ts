import {type DocumentState, type Load, parse, resolve, toMdast} from '@handrail/rst'
import type {Root} from 'mdast'
import type {RstOptions} from './options.ts'

/** A text in RST, read to the end. */
export interface RstReading {
  tree: Root
  /** docutils' books about the text: its definitions, its messages. */
  document: DocumentState
}

/** Parses and resolves a text; its messages are in `document.messages`. */
export function readRst(
  text: string,
  path: string,
  options: RstOptions,
  prolog?: DocumentState,
): RstReading {
  const document = parseRst(text, path, options, prolog)
  resolve(document)
  return {tree: toMdast(document), document}
}

/** Parses only: for files that are there for their definitions. */
export function parseRst(
  text: string,
  path: string,
  options: RstOptions,
  prolog?: DocumentState,
): DocumentState {
  const {load, includeBase = 'document', directives, roles, severities} = options
  return parse(text, {path, load, includeBase, directives, roles, severities, prolog})
}

/** A loader that remembers what it answered, so that one can ask later whether it still holds. */
export interface Witness {
  load: Load
  stillHolds(load: Load): boolean
}

export function witness(load: Load): Witness {
  const answers: [Parameters<Load>[0], ReturnType<Load>][] = []
  return {
    load: (request) => {
      const answer = load(request)
      answers.push([request, answer])
      return answer
    },
    stillHolds: (again) => answers.every(([request, answer]) => sameAnswer(again(request), answer)),
  }
}

/** A loader answers the same object as long as a file is unchanged, but makes each refusal anew. */
function sameAnswer(now: ReturnType<Load>, then: ReturnType<Load>): boolean {
  if (now === then) return true
  return 'refusal' in now && 'refusal' in then && now.refusal.reason === then.refusal.reason
}
