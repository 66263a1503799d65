import {translate} from '@docusaurus/Translate'
import type {ReactNode} from 'react'
import type {SearchTexts} from '../../search/texts.ts'

/** The button that opens the search. It carries the words of the dialog; a script does the rest. */
export default function SearchBar(): ReactNode {
  if (process.env['NODE_ENV'] !== 'production') return null
  const texts = searchTexts()
  return (
    <button
      type="button"
      className="search-button"
      aria-haspopup="dialog"
      aria-keyshortcuts="/ Control+K Meta+K"
      data-search={JSON.stringify(texts)}
    >
      {texts.label} <kbd>/</kbd>
    </button>
  )
}

function searchTexts(): SearchTexts {
  return {
    label: translate({id: 'search.label', message: 'Search'}),
    hint: translate({id: 'search.hint', message: 'A symptom, a message, a number'}),
    close: translate({id: 'search.close', message: 'Close'}),
    none: translate({id: 'search.none', message: 'Nothing found. Try fewer words, or the triage.'}),
    found: translate({id: 'search.found', message: 'Best {count}, best first'}),
    loading: translate({id: 'search.loading', message: 'Loading …'}),
    failed: translate({
      id: 'search.failed',
      message: 'The text to search could not be loaded. Try again.',
    }),
    runbook: translate({id: 'search.runbook', message: 'Runbook'}),
    guide: translate({id: 'search.guide', message: 'Guide'}),
    reference: translate({id: 'search.reference', message: 'Reference'}),
  }
}
