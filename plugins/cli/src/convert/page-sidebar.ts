import {decodedPath, joinPath, parentPath} from '@handrail/rst'
import type {Nodes} from 'mdast'
import type {Page} from 'remark-rst/read-page'
import type {PageNames} from './page-names.ts'

/** An entry of a sidebar, as Docusaurus reads them. */
type Item =
  | {type: 'doc'; id: string; label?: string}
  | {type: 'link'; label: string; href: string}
  | {
      type: 'category'
      label: string
      collapsed?: boolean
      link?: {type: 'doc'; id: string}
      items: Item[]
    }

type Toctree = Extract<Nodes, {type: 'leafDirective'}>

/**
 * The sidebar that the lists of pages of a site make, from its root page down; nothing if that has
 * none. A list with a caption is a category; so is a page with lists of its own.
 */
export function pageSidebar(
  root: string,
  pages: ReadonlyMap<string, Page>,
  names: PageNames,
): Item[] | undefined {
  const seen = new Set([root])
  const items = listsOf(root)
  return items.length ? [{type: 'doc', id: names.id(root)}, ...items] : undefined

  function listsOf(path: string): Item[] {
    return toctrees(pages.get(path)?.tree).flatMap((toctree) => {
      const items = (toctree.data?.entries ?? []).flatMap((entry) => itemOf(entry, path))
      const label = toctree.attributes?.['caption']
      return label && items.length ? {type: 'category', label, collapsed: false, items} : items
    })
  }

  function itemOf({title, url}: {title?: string; url: string}, from: string): Item[] {
    if (/^[a-z][a-z\d+.-]*:/i.test(url)) return [{type: 'link', label: title ?? url, href: url}]
    const path = joinPath(parentPath(from), decodedPath(url.replace(/[#?].*$/s, '')))
    const page = pages.get(path)
    if (!page || seen.has(path)) return []
    seen.add(path)
    const items = listsOf(path)
    const id = names.id(path)
    if (!items.length) return [{type: 'doc', id, ...(title && {label: title})}]
    const label = title ?? page.tree.data?.title ?? id
    return [{type: 'category', label, link: {type: 'doc', id}, items}]
  }
}

function toctrees(node: Nodes | undefined): Toctree[] {
  if (!node) return []
  if (node.type === 'leafDirective') return node.name === 'toctree' ? [node] : []
  return 'children' in node ? node.children.flatMap(toctrees) : []
}
