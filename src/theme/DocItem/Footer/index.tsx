import Translate from '@docusaurus/Translate'
import {useDoc} from '@docusaurus/plugin-content-docs/client'
import type {ReactNode} from 'react'

/** The foot of every page: when somebody last reviewed it, where its text is, how to mend it. */
export default function DocItemFooter(): ReactNode {
  const {metadata, frontMatter} = useDoc()
  const reviewed = dayOf((frontMatter as {reviewed?: unknown}).reviewed)
  const {editUrl} = metadata
  const source = metadata.source.replace(/^@site\//, '')
  return (
    <footer className="theme-doc-footer page-foot">
      {reviewed !== undefined && <Reviewed date={reviewed} />}
      {editUrl ? (
        <>
          <span>
            <Translate id="page.source">Source:</Translate>{' '}
            <a href={editUrl.replace('/edit/', '/blob/')}>
              <code>{source}</code>
            </a>
          </span>
          <a href={editUrl}>
            <Translate id="page.edit">Edit this page</Translate>
          </a>
        </>
      ) : (
        <span>
          <Translate id="page.generated">Made from the code and its tests by each build.</Translate>
        </span>
      )}
    </footer>
  )
}

/** The day of a field: text in reStructuredText, in YAML a date. */
function dayOf(field: unknown): string | undefined {
  const text = field instanceof Date ? field.toISOString() : field
  return typeof text === 'string' ? text.slice(0, 'YYYY-MM-DD'.length) : undefined
}

function Reviewed({date}: {date: string}): ReactNode {
  return (
    <span>
      <Translate id="page.reviewed" values={{date: <time dateTime={date}>{date}</time>}}>
        {'Last reviewed {date}'}
      </Translate>
    </span>
  )
}
