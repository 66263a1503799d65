import {toString} from 'mdast-util-to-string'
import type {Definition, PhrasingContent, Root} from 'mdast'

/** A link that a choice may end with. */
export interface StepLink {
  /** Base name of the other page; absent for this one. */
  readonly page?: string
  readonly fragment?: string
  readonly text: string
}

/** Tells which links lead to steps: those into this page, and those to other runbooks. */
export type LinkReader = (node: PhrasingContent) => StepLink | undefined

/**
 * Makes the reader of links of a page. A page in the same folder counts as a runbook, and so does
 * any page whose base name is among `runbooks`. A link to the page itself, `own`, is one into it.
 */
export function linkReader(own: string, root: Root, runbooks: ReadonlySet<string>): LinkReader {
  const definitions = new Map(
    root.children
      .filter((node): node is Definition => node.type === 'definition')
      .map((node) => [node.identifier, node.url]),
  )
  return (node) => {
    const url =
      node.type === 'link'
        ? node.url
        : node.type === 'linkReference'
          ? definitions.get(node.identifier)
          : undefined
    const link = url === undefined ? undefined : readUrl(url, toString(node), runbooks)
    if (link?.page !== own || link.fragment === undefined) return link
    return {fragment: link.fragment, text: link.text}
  }
}

function readUrl(url: string, text: string, runbooks: ReadonlySet<string>): StepLink | undefined {
  const [path = '', hash] = url.split('#', 2)
  const fragment = hash ? {fragment: decode(hash)} : {}
  if (path === '') return hash ? {...fragment, text} : undefined
  const match = /^(?!\w+:|\/\/)(.*\/)?([^/?]+?)(\.mdx?|\.rst)?$/.exec(path)
  if (!match) return undefined
  const [, folder = './', encoded = '', ending] = match
  const page = decode(encoded)
  const near = folder === './' && ending !== undefined
  return near || runbooks.has(page) ? {page, ...fragment, text} : undefined
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
