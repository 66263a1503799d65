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

/**
 * The characters that the article of a built page shows, in order, without white space and without
 * what is no text of its author.
 */
export function articleCharacters(html: string): string {
  const article = findArticle(fromHtml(html))
  return article ? solid(characters(article)) : ''
}

/**
 * Whether an article shows the text expected of it, and beyond that only what the pieces of raw HTML
 * in its source show, each in its order: raw HTML is no text.
 */
export function showsText(shown: string, expected: string, raw: readonly string[]): boolean {
  const pieces = raw.map((piece) => solid(characters(fromHtml(piece, {fragment: true}))))
  return isWithout(shown, expected, pieces.filter(Boolean), 0)
}

function isWithout(
  shown: string,
  expected: string,
  [piece, ...others]: readonly string[],
  from: number,
): boolean {
  if (piece === undefined) return shown === expected
  for (let at = shown.indexOf(piece, from); at >= 0; at = shown.indexOf(piece, at + 1)) {
    if (shown.slice(0, at) !== expected.slice(0, at)) return false
    const rest = shown.slice(0, at) + shown.slice(at + piece.length)
    if (isWithout(rest, expected, others, at)) return true
  }
  return false
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
