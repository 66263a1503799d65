/** The words of the search, which the site translates and the button of the page carries. */
export interface SearchTexts {
  label: string
  hint: string
  close: string
  none: string
  found: string
  loading: string
  failed: string
  runbook: string
  guide: string
  reference: string
}
