import path from 'node:path'
import type {PluginOptions} from '@docusaurus/plugin-content-docs'
import {theEngine} from './engine-state.ts'
import type {Toctree, TocEntry} from './toctree.ts'

type Generator = PluginOptions['sidebarItemsGenerator']
type Generation = Parameters<Generator>[0]
type Doc = Generation['docs'][number]
type Items = Awaited<ReturnType<Generator>>

/** What the walk through the lists of pages needs. */
interface Walk {
  docs: ReadonlyMap<string, Doc>
  /** Pages that are in the sidebar already: a page has one place. */
  seen: Set<Doc>
}

/**
 * The sidebar that the lists of pages (`toctree`) of a site make, from its root page down. A list
 * with a caption is a category; so is a page with lists of its own. Where the root page has no such
 * list, the sidebar follows the folders as usual.
 */
export const toctreeSidebar: Generator = async (args) => {
  const {docs} = args
  const engine = theEngine()
  const byFile = new Map(docs.map((doc) => [engine.sourceFile(doc.source), doc]))
  const root = rootOf(args)
  if (!root) return args.defaultSidebarItemsGenerator(args)
  const walk: Walk = {docs: byFile, seen: new Set([root])}
  return [{type: 'doc', id: root.id}, ...listsOf(root, walk)]
}

/** The page from which all others can be reached. */
function rootOf({docs, item}: Generation): Doc | undefined {
  const {rootDocument} = theEngine().context.options
  const root = docs.find(
    ({source, sourceDirName}) =>
      sourceDirName === item.dirName && path.parse(source).name === rootDocument,
  )
  return root && toctrees(root).some(({entries}) => entries.length) ? root : undefined
}

function toctrees({source}: Doc): readonly Toctree[] {
  const engine = theEngine()
  return engine.page(engine.sourceFile(source))?.gist.toctrees ?? []
}

function listsOf(doc: Doc, walk: Walk): Items {
  return toctrees(doc).flatMap(({caption, entries}) => {
    const items = entries.flatMap((entry) => itemOf(entry, walk))
    if (!caption || !items.length) return items
    return [{type: 'category' as const, label: caption, items, collapsed: false}]
  })
}

function itemOf({title, target}: TocEntry, walk: Walk): Items {
  if ('href' in target) {
    return [{type: 'link', label: title ?? target.href, href: target.href}]
  }
  const doc = walk.docs.get(target.file)
  if (!doc || walk.seen.has(doc)) return []
  walk.seen.add(doc)
  const items = listsOf(doc, walk)
  const label = title ?? doc.frontMatter.sidebar_label ?? doc.title
  const className = doc.frontMatter.sidebar_class_name
  const common = {label, ...(className && {className})}
  if (!items.length) return [{type: 'doc', id: doc.id, ...common}]
  return [{type: 'category', ...common, link: {type: 'doc', id: doc.id}, items}]
}
