/** The words docutils adds to a document, in its English, by the element they stand for. */
export const labels: Readonly<Record<string, string>> = {
  attention: 'Attention!',
  caution: 'Caution!',
  danger: '!DANGER!',
  error: 'Error',
  hint: 'Hint',
  important: 'Important',
  note: 'Note',
  tip: 'Tip',
  warning: 'Warning',
  dedication: 'Dedication',
  abstract: 'Abstract',
}
