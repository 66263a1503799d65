import {pageLinks, type PageLinks} from '@handrail/check'
import type {Nodes, Root} from 'mdast'
import {toString} from 'mdast-util-to-string'
import {type Toctree, toctreesOf} from './toctree.ts'

/** What the site wants to know of a page's tree before it is compiled: plain data. */
export interface PageGist {
  /** What other pages call it. */
  title: string | undefined
  /** What its front matter says unless its author does. */
  summary: {title?: string; description?: string}
  links: PageLinks
  toctrees: readonly Toctree[]
}

export function gistOf(tree: Root, file: string): PageGist {
  return {
    title: tree.data?.title,
    summary: summaryOf(tree),
    links: pageLinks(tree),
    toctrees: toctreesOf(tree, file),
  }
}

/** The title of a page if it starts with one, and its first paragraph. */
function summaryOf(tree: Root): PageGist['summary'] {
  const content = tree.children.filter(({type}) => type !== 'yaml')
  const [first] = content
  const title = first?.type === 'heading' && first.depth === 1 ? toString(first) : undefined
  const paragraph: Nodes | undefined = content.find(({type}) => type === 'paragraph')
  const description = paragraph && toString(paragraph).replace(/\s+/g, ' ')
  return {...(title && {title}), ...(description && {description})}
}
