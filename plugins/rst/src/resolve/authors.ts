import {unescape} from '../text/escape.ts'
import {trim} from '../text/whitespace.ts'
import type {Element} from '../tree.ts'
import {type Node, Text} from '../tree.ts'

/** What may stand between the authors in one paragraph; the first that is there is taken. */
export const separators = [';', ',']

/**
 * The contents of the authors in a field: of a paragraph with separators, of paragraphs or of a
 * bullet list. None if the field is anything else.
 */
export function authorsOf(body: Element): Node[][] | undefined {
  const authors = contents(body)?.filter((content) => content.length > 0)
  return authors?.length ? authors : undefined
}

function contents(body: Element): Node[][] | undefined {
  const [first] = body.children as Element[]
  if (body.children.length > 1) return paragraphs(body.children as Element[])
  if (first?.type === 'paragraph') return names(first)
  return first?.type === 'bullet_list' ? items(first) : undefined
}

/** The names in a paragraph, as text alone: markup is dropped. Escaped separators do not count. */
function names(paragraph: Element): Node[][] {
  const text = rawText(paragraph)
  for (const separator of separators) {
    const parts = text.split(new RegExp(`(?<!\\0)${separator}`))
    if (parts.length > 1) return parts.map(trim).filter(Boolean).map(asContent)
  }
  return [asContent(trim(text))]
}

function rawText(node: Node): string {
  if (node instanceof Text) return node.escaped ?? node.value
  return node.children.map(rawText).join('')
}

function asContent(name: string): Node[] {
  const value = unescape(name)
  return value === '' ? [] : [new Text(value, value === name ? undefined : name)]
}

function paragraphs(elements: readonly Element[]): Node[][] | undefined {
  const authors = elements.filter(({type}) => type !== 'comment')
  if (!authors.every(({type}) => type === 'paragraph')) return undefined
  return authors.map(({children}) => children)
}

function items(list: Element): Node[][] | undefined {
  const authors: Node[][] = []
  for (const item of list.children as Element[]) {
    if (item.type === 'comment') continue
    const [paragraph] = item.children
    if (item.children.length !== 1 || paragraph?.type !== 'paragraph') return undefined
    authors.push((paragraph as Element).children)
  }
  return authors
}
