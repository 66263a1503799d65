import type {Paragraph, Root} from 'mdast'
import type {ContainerDirective} from 'mdast-util-directive'
import {visit} from 'unist-util-visit'

/**
 * The theme's keyword for each admonition of docutils and Sphinx, with the title it has where the
 * theme would show another one, and what it says before a version.
 */
const keywords: Record<string, {keyword: string; title?: string; before?: string}> = {
  note: {keyword: 'note'},
  admonition: {keyword: 'note'},
  tip: {keyword: 'tip'},
  hint: {keyword: 'tip', title: 'Hint'},
  important: {keyword: 'info', title: 'Important'},
  seealso: {keyword: 'info', title: 'See also'},
  todo: {keyword: 'info', title: 'To do'},
  warning: {keyword: 'warning'},
  attention: {keyword: 'warning', title: 'Attention'},
  caution: {keyword: 'caution'},
  danger: {keyword: 'danger'},
  error: {keyword: 'danger', title: 'Error'},
  versionadded: {keyword: 'info', title: 'New', before: 'New in version'},
  versionchanged: {keyword: 'info', title: 'Changed', before: 'Changed in version'},
  deprecated: {keyword: 'warning', title: 'Deprecated', before: 'Deprecated since version'},
  versionremoved: {keyword: 'warning', title: 'Removed', before: 'Removed in version'},
}

/** Gives admonitions of RST the names the theme knows, and titles where it has none for them. */
export function adaptAdmonitions(tree: Root): void {
  visit(tree, 'containerDirective', (directive) => {
    const known = keywords[directive.name]
    if (!known) return
    directive.name = known.keyword
    // With a rendering of its own the theme's would never be asked.
    delete directive.data
    const version = directive.attributes?.['version']
    const title = version && known.before ? `${known.before} ${version}` : known.title
    if (title && !hasTitle(directive)) directive.children.unshift(titleOf(title))
  })
}

function hasTitle({children: [first]}: ContainerDirective): boolean {
  return first?.type === 'paragraph' && first.data?.directiveLabel === true
}

function titleOf(text: string): Paragraph {
  const children: Paragraph['children'] = [{type: 'text', value: text}]
  return {type: 'paragraph', data: {directiveLabel: true}, children}
}
