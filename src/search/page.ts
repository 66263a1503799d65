/** Which shelf of the site a page stands on; runbooks come first in the results. */
export type Shelf = 'runbook' | 'guide' | 'reference'

/** A stretch of a page between two headings. */
export interface Section {
  /** Id of its heading; empty for what stands above the first. */
  id: string
  heading: string
  text: string
}

/** A page as the search sees it. */
export interface SearchPage {
  /** Address relative to the root of the site, without a slash at either end. */
  path: string
  title: string
  shelf: Shelf
  /** What else it is looked for by: messages and symptoms, from its front matter. */
  keywords: string
  sections: Section[]
}
