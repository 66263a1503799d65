import {fromHtml} from 'hast-util-from-html'
import type {Element, Nodes} from 'hast'
import {toText} from 'hast-util-to-text'
import {EXIT, visit} from 'unist-util-visit'

/** Elements whose text is the author's to the letter, and what only the page has. */
const left = new Set(['code', 'pre', 'kbd', 'samp', 'button', 'script', 'style'])

/** What a reader reads in the article of a page: without code, and without the frame around it. */
export function articleText(html: string): string {
  const article = findArticle(fromHtml(html))
  if (!article) return ''
  prune(article)
  return toText(article)
}

function findArticle(tree: Nodes): Element | undefined {
  let found: Element | undefined
  visit(tree, 'element', (element) => {
    const {className} = element.properties
    if (!Array.isArray(className) || !className.includes('theme-doc-markdown')) return undefined
    found = element
    return EXIT
  })
  return found
}

function prune(element: Element): void {
  element.children = element.children.filter(
    (child) => child.type !== 'element' || !left.has(child.tagName),
  )
  for (const child of element.children) if (child.type === 'element') prune(child)
}
