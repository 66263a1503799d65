import type {Link, Root} from 'mdast'
import type {MdxJsxTextElement} from 'mdast-util-mdx'
import {visit} from 'unist-util-visit'
import type {Routes} from '../routes.ts'
import {inlineElement} from './jsx.ts'

/** A path to a page: relative or from the root of the content, maybe with an anchor. */
const localPath = /^(?![a-z][a-z\d+.-]*:|\/\/|#)([^?#]*)(.*)$/i

/** What Docusaurus resolves links against to tell local ones from others. */
const anyBase = 'unspecified://'

/**
 * Points links at the addresses of pages. Docusaurus does so for `.md` and `.mdx` only (and reports
 * those that lead nowhere): a link to an `.rst` file would become a download of it.
 */
export function adaptLinks(tree: Root, file: string, routes: Routes): void {
  visit(tree, ['link', 'definition'], (node, index, parent) => {
    if (node.type !== 'link' && node.type !== 'definition') return
    if (!URL.canParse(node.url, anyBase)) {
      if (node.type === 'link' && parent) parent.children[index!] = plainLink(node)
      return
    }
    const target = pageTarget(node.url)
    const permalink = target && routes.resolve(target.path, file)
    if (permalink) node.url = permalink + target.rest
  })
}

/**
 * A link to what is no address (`https://<host>`), as it was written: Docusaurus, which resolves
 * all others, would give up the page over it.
 */
function plainLink({url, children}: Link): MdxJsxTextElement {
  return inlineElement('a', {href: url}, children)
}

/** The path of a link that may lead to a page, and what follows it. */
export function pageTarget(url: string): {path: string; rest: string} | undefined {
  const [, path = '', rest = ''] = localPath.exec(url) ?? []
  return path && /(^|\/)[^/.]+$|\.(rst|mdx?)$/i.test(path) ? {path, rest} : undefined
}
