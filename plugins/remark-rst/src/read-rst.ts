import {
  directives,
  type DocumentState,
  linkPage,
  PageIndex,
  parse,
  preparePage,
  roles,
  toMdast,
} from '@handrail/rst'
import type {Root} from 'mdast'
import type {RstOptions} from './options.ts'

/** Parses a text; what is wrong with it is in `messages`, here and in all that follows. */
export function parseRst(
  text: string,
  path: string,
  options: RstOptions,
  prolog?: DocumentState,
): DocumentState {
  const {load, includeBase = 'document', severities} = options
  return parse(text, {
    path,
    load,
    includeBase,
    severities,
    prolog,
    directives: [...directives, ...(options.directives ?? [])],
    roles: [...roles, ...(options.roles ?? [])],
  })
}

/** Resolves a parsed fragment for the page it becomes part of. */
export function resolveFragment(
  document: DocumentState,
  page: string,
  index: PageIndex,
  {raw}: Pick<RstOptions, 'raw'> = {},
): Root {
  preparePage(document, {fragment: true})
  document.tree.attributes['source'] = page
  linkPage(document, index)
  return toMdast(document, {raw})
}

/** Resolves a parsed fragment that stands in no page: the content of a token. */
export function resolveAlone(document: DocumentState): Root {
  return resolveFragment(document, '', new PageIndex())
}
