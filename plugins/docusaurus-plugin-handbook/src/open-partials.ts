import {dirname, join} from 'node:path'
import type {Nodes, Root} from 'mdast'
import type {Page, PageReader} from 'remark-rst/read-page'

const importLine = /^import\s+(\w+)\s+from\s+(["'])(\.{1,2}\/[^"']+\.mdx?)\2/gm

/**
 * The tree of a page with the pages it imports as components (`import Partial from './_p.mdx'`,
 * `<Partial />`) in their place. The page's own tree is left as it is.
 */
export function openPartials(page: Page, reader: PageReader, outer: readonly string[] = []): Root {
  const partials = importedPages(page)
  if (partials.size === 0) return page.tree
  const open = (node: Nodes): Nodes[] => {
    const path = 'name' in node && node.name ? partials.get(node.name) : undefined
    const partial = path !== undefined && !outer.includes(path) ? reader.read(path) : undefined
    if (partial && node.type.startsWith('mdxJsx')) {
      return openPartials(partial, reader, [...outer, page.path]).children
    }
    if (!('children' in node)) return [node]
    return [{...node, children: node.children.flatMap(open)} as Nodes]
  }
  return open(page.tree)[0] as Root
}

/** The Markdown files a page imports, by the names it gives them. */
function importedPages({path, tree}: Page): Map<string, string> {
  const lines = tree.children.flatMap((node) =>
    (node.type as string) === 'mdxjsEsm' && 'value' in node ? [String(node.value)] : [],
  )
  const imports = lines.flatMap((source) => [...source.matchAll(importLine)])
  return new Map(imports.map(([, name, , file]) => [name!, join(dirname(path), file!)]))
}
