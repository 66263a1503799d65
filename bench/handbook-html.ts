import {join} from 'node:path'
import {pathToFileURL} from 'node:url'
import {toHtml} from 'hast-util-to-html'
import type {Page} from 'remark-rst/read-page'
import {toHast} from 'mdast-util-to-hast'
import {siteReader, siteSettings} from 'remark-rst/site'
import {visit} from 'unist-util-visit'

/** What a plain printed manual asks of a browser: paper, page numbers, running heads, code wrapped. */
const style = `
@page { size: A4; margin: 27mm 22mm 25mm 25mm;
  @top-left { content: string(chapter) } @bottom-right { content: counter(page) ' / ' counter(pages) } }
body { font: 10pt/1.4 serif; hyphens: auto; text-align: justify }
h1 { break-before: page; string-set: chapter content(text) }
h1, h2, h3, h4 { font-family: sans-serif; break-after: avoid; text-align: left }
pre { font: 8.4pt/1.4 monospace; white-space: pre-wrap; background: #f4f4f4; padding: 6pt }
img { max-width: 100% } table { border-collapse: collapse } td, th { padding: 4pt; text-align: left }`

/** Pages of a site as one page of HTML, with the pictures where they are. */
export function pagesAsHtml(siteDir: string, paths: readonly string[]): string {
  const reader = siteReader(siteDir, siteSettings(siteDir))
  reader.refresh()
  const articles = paths.map((path) => {
    const page = reader.read(path)
    return page ? toHtml(toHast(withPictures(page.tree, join(siteDir, path)))) : ''
  })
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Pages</title><style>${style}</style><body>${articles.join('\n')}</body></html>`
}

function withPictures(tree: Page['tree'], file: string): Page['tree'] {
  visit(tree, 'image', (node) => {
    node.url = new URL(node.url, pathToFileURL(file)).href
  })
  return tree
}
