import type {Element, Nodes} from 'hast'
import {fromHtml} from 'hast-util-from-html'
import {EXIT, visit} from 'unist-util-visit'

/** What a built page shows in its article beside the characters of its author, and why. */
const extras: {what: string; matches: (element: Element) => boolean}[] = [
  {what: 'the title of an admonition that nobody wrote', matches: hasClass('admonitionHeading')},
  {what: 'buttons that copy or wrap code', matches: ({tagName}) => tagName === 'button'},
  {what: 'the link that leads to a title', matches: hasClass('hash-link')},
  {what: 'lists of pages, which are the sidebar', matches: hasClass('toctree')},
  {what: 'the way back from a footnote', matches: hasClass('data-footnote-backref')},
  {what: 'the number of a footnote, which has none in the source', matches: isFootnoteNumber},
  {what: 'the title over all footnotes, for screen readers', matches: isFootnotesTitle},
  {what: 'icons', matches: ({tagName}) => tagName === 'svg'},
  {what: 'styles and scripts', matches: ({tagName}) => ['style', 'script'].includes(tagName)},
]

/** The names of the extras, for the reference. */
export const extraNames: readonly string[] = extras.map(({what}) => what)

/**
 * The characters that the article of a built page shows, in order, without white space and without
 * what is no text of its author.
 *
 * @param raw the pieces of raw HTML in the page: what they show is no text either
 */
export function articleCharacters(html: string, raw: readonly string[] = []): string {
  const article = findArticle(fromHtml(html))
  const shown = article ? solid(characters(article)) : ''
  const added = raw.map((piece) => solid(characters(fromHtml(piece, {fragment: true}))))
  return added.reduce((text, piece) => text.replace(piece, () => ''), shown)
}

function solid(text: string): string {
  return text.replace(/[\s\u200b]+/g, '')
}

function findArticle(tree: Nodes): Element | undefined {
  let found: Element | undefined
  visit(tree, 'element', (element) => {
    if (!hasClass('theme-doc-markdown')(element)) return undefined
    found = element
    return EXIT
  })
  return found
}

function characters(node: Nodes): string {
  if (node.type === 'text') return node.value
  if (!('children' in node)) return ''
  if (node.type === 'element' && extras.some(({matches}) => matches(node))) return ''
  return node.children.map(characters).join('')
}

/** Classes of CSS modules have the name of their module behind. */
function hasClass(name: string): (element: Element) => boolean {
  return ({properties: {className}}) =>
    Array.isArray(className) &&
    className.some((one) => one === name || String(one).startsWith(`${name}_`))
}

function isFootnoteNumber({properties}: Element): boolean {
  return properties['dataFootnoteRef'] !== undefined
}

function isFootnotesTitle({properties}: Element): boolean {
  return properties['id'] === 'footnote-label'
}
