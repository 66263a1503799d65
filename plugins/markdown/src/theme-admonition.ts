import type {ContainerDirective} from 'mdast-util-directive'

/** An admonition as Docusaurus' theme has it. */
export interface ThemeAdmonition {
  keyword: string
  /** The title it has if its author gave it none; only where the theme would show another one. */
  title?: string
}

/** The admonitions of docutils and Sphinx; `before` is what they say before a version. */
const admonitions: Readonly<Record<string, ThemeAdmonition & {before?: string}>> = {
  admonition: {keyword: 'note'},
  attention: {keyword: 'warning', title: 'Attention'},
  caution: {keyword: 'caution'},
  danger: {keyword: 'danger'},
  deprecated: {keyword: 'warning', title: 'Deprecated', before: 'Deprecated since version'},
  error: {keyword: 'danger', title: 'Error'},
  hint: {keyword: 'tip', title: 'Hint'},
  important: {keyword: 'info', title: 'Important'},
  note: {keyword: 'note'},
  seealso: {keyword: 'info', title: 'See also'},
  tip: {keyword: 'tip'},
  todo: {keyword: 'info', title: 'To do'},
  versionadded: {keyword: 'info', title: 'New', before: 'New in version'},
  versionchanged: {keyword: 'info', title: 'Changed', before: 'Changed in version'},
  versionremoved: {keyword: 'warning', title: 'Removed', before: 'Removed in version'},
  warning: {keyword: 'warning'},
}

/** The admonition of the theme that stands for a directive of RST; nothing if it is none. */
export function themeAdmonition({
  name,
  attributes,
}: Pick<ContainerDirective, 'name' | 'attributes'>): ThemeAdmonition | undefined {
  if (!Object.hasOwn(admonitions, name)) return undefined
  const {keyword, title, before} = admonitions[name]!
  const version = attributes?.['version']
  const standard = version && before ? `${before} ${version}` : title
  return {keyword, ...(standard && {title: standard})}
}
