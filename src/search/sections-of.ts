import type {Element, Root} from 'hast'
import {fromHtml} from 'hast-util-from-html'
import {select} from 'hast-util-select'
import {toText} from 'hast-util-to-text'
import type {Section} from './page.ts'

/** A built page as the search reads it. */
export interface ReadPage {
  title: string
  keywords: string
  sections: Section[]
  /** The address the page names as its own. */
  canonical: string | undefined
}

/** Blocks whose children are read one by one, because a heading may stand among them. */
const containers = new Set(['div', 'section', 'article', 'header', 'handrail-runbook', 'main'])

const heading = 'h2, h3, h4, h5, h6'

/** Cuts a built page of the docs at its headings; undefined if it is none. */
export function readPage(html: string): ReadPage | undefined {
  const tree = fromHtml(html)
  const article = select('.theme-doc-markdown', tree)
  if (!article) return undefined
  const title = text(select('h1', article) ?? article)
  const sections: Section[] = [{id: '', heading: '', text: ''}]
  for (const block of blocks(article)) {
    const id = headingId(block)
    if (id) sections.push({id, heading: text(block), text: ''})
    else if (block.tagName !== 'h1') append(sections.at(-1)!, block)
  }
  return {
    title,
    keywords: attribute(tree, 'meta[name=keywords]', 'content') ?? '',
    sections,
    canonical: attribute(tree, 'link[rel=canonical]', 'href'),
  }
}

/**
 * The blocks of a page in their order. A runbook that another page embeds, whose ids are
 * `RUNBOOK--STEP`, has a page of its own and is found there.
 */
function blocks(parent: Element): Element[] {
  return parent.children.flatMap((child): Element[] => {
    if (child.type !== 'element' || isEmbedding(child)) return []
    return containers.has(child.tagName) && select(heading, child) ? blocks(child) : [child]
  })
}

function isEmbedding(element: Element): boolean {
  const first = element.tagName === 'handrail-runbook' && select(heading, element)
  return Boolean(first) && String((first as Element).properties['id']).includes('--')
}

function headingId(node: Element): string | undefined {
  if (!/^h[2-6]$/.test(node.tagName)) return undefined
  return String(node.properties['id'] ?? '')
}

function append(section: Section, block: Element): void {
  const own = text(block)
  if (own) section.text = section.text ? `${section.text} ${own}` : own
}

/** What a reader reads, on one line, without the marks that links to headings show. */
function text(node: Element): string {
  return toText(node).replaceAll('\u200b', '').replace(/\s+/g, ' ').trim()
}

function attribute(tree: Root, selector: string, name: string): string | undefined {
  const value = select(selector, tree)?.properties[name]
  return value ? String(value) : undefined
}
