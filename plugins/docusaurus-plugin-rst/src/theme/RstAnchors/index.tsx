import useBrokenLinks from '@docusaurus/useBrokenLinks'
import type {ReactNode} from 'react'

/**
 * Tells the check for broken links which ids a page has beside those of its headings. It shows
 * nothing.
 */
export default function RstAnchors({ids}: {ids: string}): ReactNode {
  const {collectAnchor} = useBrokenLinks()
  for (const id of ids.split(' ')) collectAnchor(id)
  return null
}
