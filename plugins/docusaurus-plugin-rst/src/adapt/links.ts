import type {Root} from 'mdast'
import {visit} from 'unist-util-visit'
import type {Routes} from '../routes.ts'

/** A path to a page: relative or from the root of the content, maybe with an anchor. */
const localPath = /^(?![a-z][a-z\d+.-]*:|\/\/|#)([^?#]*)(.*)$/i

/**
 * Points links at the addresses of pages. Docusaurus does so for `.md` and `.mdx` only: a link to
 * an `.rst` file would become a download of it.
 */
export function adaptLinks(tree: Root, file: string, routes: Routes): void {
  visit(tree, ['link', 'definition'], (node) => {
    if (node.type !== 'link' && node.type !== 'definition') return
    const target = pageTarget(node.url)
    const permalink = target && routes.resolve(target.path, file)
    if (permalink) node.url = permalink + target.rest
  })
}

/** The path of a link that may lead to a page, and what follows it. */
export function pageTarget(url: string): {path: string; rest: string} | undefined {
  const [, path = '', rest = ''] = localPath.exec(url) ?? []
  return path && /(^|\/)[^/.]+$|\.rst$/i.test(path) ? {path, rest} : undefined
}
