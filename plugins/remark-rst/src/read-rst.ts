import {
  directives,
  type DirectiveSpec,
  type CommonText,
  type DocumentState,
  linkPage,
  PageIndex,
  parse,
  type ParseOptions,
  preparePage,
  roles,
  type RoleSpec,
  sphinxDirectives,
  sphinxRoles,
  sphinxSettings,
  toMdast,
} from '@handrail/rst'
import type {Root} from 'mdast'
import type {RstOptions} from './options.ts'
import {rehearsalDirective} from './rehearsal-directive.ts'
import {runbookDirective} from './runbook-directive.ts'

const knownDirectives: readonly DirectiveSpec[] = [
  ...directives,
  ...sphinxDirectives,
  runbookDirective,
  rehearsalDirective,
]
const knownRoles: readonly RoleSpec[] = [...roles, ...sphinxRoles]

/**
 * Parses a text; what is wrong with it is in `messages`, here and in all that follows. A page takes
 * all that pages have in common, a fragment of one no epilog.
 */
export function parseRst(
  text: string,
  path: string,
  options: RstOptions,
  {prolog, epilog}: Omit<CommonText, 'messages'>,
): DocumentState {
  return parse(text, {...parseOptions(options), path, prolog, epilog})
}

/** The parser's options as far as they are the same for all files. */
export function parseOptions(options: RstOptions): ParseOptions {
  const {load, includeBase = 'document', severities} = options
  return {
    load,
    includeBase,
    severities,
    settings: sphinxSettings,
    directives: withOwn(knownDirectives, options.directives),
    roles: withOwn(knownRoles, options.roles),
  }
}

/** Lists made for a list of own specifications: the parser keeps a table for each list it is given. */
const extended = new WeakMap<object, readonly unknown[]>()

function withOwn<T>(known: readonly T[], own: readonly T[] | undefined): readonly T[] {
  if (!own?.length) return known
  let list = extended.get(own) as readonly T[] | undefined
  if (!list) extended.set(own, (list = [...known, ...own]))
  return list
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
