import {posix, resolve} from 'node:path'
import {fileURLToPath} from 'node:url'
import type {Loader} from 'astro/loaders'
import type {Root} from 'mdast'
import {toString} from 'mdast-util-to-string'
import rehypeStringify from 'rehype-stringify'
import remarkRehype from 'remark-rehype'
import {formatMessage} from 'remark-rst'
import {siteReader, sitePages, siteSettings} from 'remark-rst/site'
import {unified} from 'unified'
import {visit} from 'unist-util-visit'

const html = unified()
  .use(remarkRehype, {allowDangerousHtml: true})
  .use(rehypeStringify, {allowDangerousHtml: true})
  .freeze()

/** The pages that the field `handrail` of package.json names, as a collection of Astro's. */
export function rstLoader(): Loader {
  return {
    name: 'rst-loader',
    async load({config, store, parseData, generateDigest, logger, watcher}) {
      const root = fileURLToPath(config.root)
      const settings = siteSettings(root)
      const reader = siteReader(root, settings)

      async function readAll(): Promise<void> {
        reader.refresh()
        store.clear()
        for (const path of sitePages(root, settings)) {
          const page = reader.read(path)
          if (!page) continue
          for (const message of page.messages) logger.warn(formatMessage(message))
          const id = path.slice(settings.docs.length + 1).replace(/\.\w+$/, '')
          const data = await parseData({id, data: {title: titleOf(page.tree) ?? id}})
          const tree = structuredClone(page.tree)
          linkToPages(tree, id)
          const rendered = {html: html.stringify(await html.run(tree))}
          store.set({id, data, rendered, filePath: path, digest: generateDigest(rendered.html)})
        }
      }

      await readAll()
      for (const folder of [settings.docs, ...settings.includes])
        watcher?.add(resolve(root, folder))
      watcher?.on('change', () => void readAll())
    },
  }
}

/** The title that a page in RST has, or the first heading of one in Markdown. */
function titleOf(tree: Root): string | undefined {
  const heading = tree.children.find(({type}) => type === 'heading')
  return tree.data?.title ?? (heading && toString(heading))
}

const localPage = /^(?![a-z]+:|\/)(.+)\.(?:rst|md)(#.*)?$/

/** Links lead to files, from the folder of the page; on the site each is a folder. */
function linkToPages(tree: Root, id: string): void {
  visit(tree, 'link', (link) => {
    const [, path, rest] = localPage.exec(link.url) ?? []
    if (path === undefined) return
    const page = posix.join('/', posix.dirname(id), path)
    link.url = `${page.replace(/\/index$/, '')}/${rest ?? ''}`
  })
}
