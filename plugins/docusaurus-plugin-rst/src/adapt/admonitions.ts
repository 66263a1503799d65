import {themeAdmonition} from '@handrail/markdown/theme-admonition'
import type {BlockContent, Nodes, Paragraph, Root} from 'mdast'
import type {ContainerDirective} from 'mdast-util-directive'
import {visit} from 'unist-util-visit'
import {placeFor} from './anchors.ts'

/** Gives admonitions of RST the names the theme knows, and titles where it has none for them. */
export function adaptAdmonitions(tree: Root): void {
  visit(tree, 'containerDirective', (directive) => {
    const admonition = themeAdmonition(directive)
    if (!admonition) return
    directive.name = admonition.keyword
    const id = directive.data?.hProperties?.['id']
    // With a rendering of its own the theme's would never be asked.
    delete directive.data
    const {title} = admonition
    if (title && !hasTitle(directive)) directive.children.unshift(titleOf(title))
    // The theme's frame takes no id; places for links stand behind its title.
    if (typeof id === 'string') {
      // No paragraph around it: an empty one would leave a gap.
      const place = placeFor(id) as Nodes as BlockContent
      directive.children.splice(hasTitle(directive) ? 1 : 0, 0, place)
    }
  })
}

function hasTitle({children: [first]}: ContainerDirective): boolean {
  return first?.type === 'paragraph' && first.data?.directiveLabel === true
}

function titleOf(text: string): Paragraph {
  const children: Paragraph['children'] = [{type: 'text', value: text}]
  return {type: 'paragraph', data: {directiveLabel: true}, children}
}
