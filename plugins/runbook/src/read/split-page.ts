import {toString} from 'mdast-util-to-string'
import type {Heading, PhrasingContent, Root, RootContent} from 'mdast'
import GithubSlugger from 'github-slugger'
import {givenId} from './given-id.ts'

/** A section of the page under a second-level heading. */
export interface Section {
  /** The heading's id on its own page: given, written as `{#id}`, or GitHub's slug. */
  readonly id: string
  readonly title: string
  readonly heading: Heading
  readonly phrasing: readonly PhrasingContent[]
  readonly content: readonly RootContent[]
}

/** A page cut at its second-level headings. */
export interface Page {
  readonly title: string | undefined
  readonly intro: readonly RootContent[]
  readonly sections: readonly Section[]
}

interface Draft {
  id: string
  title: string
  heading: Heading
  phrasing: PhrasingContent[]
  content: RootContent[]
}

/** Cuts a page into its title, the text before the first step, and the steps. */
export function splitPage(root: Root): Page {
  const slugger = new GithubSlugger()
  const intro: RootContent[] = []
  const sections: Draft[] = []
  let title: string | undefined
  for (const node of root.children) {
    if (node.type === 'yaml' || (node.type as string) === 'toml') continue
    const named = node.type === 'heading' ? nameHeading(node, slugger) : undefined
    if (named?.heading.depth === 1 && title === undefined) title = named.title
    else if (named?.heading.depth === 2) sections.push({...named, content: []})
    else (sections.at(-1)?.content ?? intro).push(node)
  }
  return {title, intro, sections}
}

function nameHeading(heading: Heading, slugger: GithubSlugger) {
  const given = givenId(heading)
  const phrasing = given?.phrasing ?? heading.children
  const title = toString(phrasing).trim()
  return {heading, phrasing, title, id: given?.id ?? slugger.slug(title)}
}
