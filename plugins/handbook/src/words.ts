/** Words of ours on paper, in the language of the handbook. `{name}` stands for what is filled in. */
export interface Words {
  readonly contents: string
  readonly index: string
  readonly symbols: string
  readonly symptoms: string
  readonly symptom: string
  readonly pageColumn: string
  readonly runbooks: string
  readonly version: string
  readonly commit: string
  readonly date: string
  readonly website: string
  readonly page: string
  readonly pageOf: string
  readonly continued: string
  readonly seeRunbook: string
  readonly whenToUse: string
  readonly needs: string
  readonly takes: string
  readonly owner: string
  readonly reviewed: string
  readonly notReviewed: string
  readonly revision: string
  readonly unproven: string
  readonly fillIn: string
  readonly usually: string
  readonly map: string
  readonly step: string
  readonly goTo: string
  readonly again: string
  readonly onHost: string
  readonly onEach: string
  readonly onElsewhere: string
  readonly read: string
  readonly change: string
  readonly destroy: string
  readonly action: string
  readonly expect: string
  readonly choose: string
  readonly time: string
  readonly name: string
  readonly write: string
  readonly wait: string
  readonly done: string
  readonly serving: string
  readonly escalate: string
  readonly both: string
  readonly one: string
  readonly other: string
  readonly shows: string
  readonly and: string
  readonly or: string
  readonly otherwise: string
  readonly seconds: string
  readonly minutes: string
  readonly hours: string
  readonly seeAlso: string
  readonly liveStep: string
  readonly unprinted: string
  /** Default titles of admonitions, by the name they have in the sources. */
  readonly admonitions: Readonly<Record<string, string>>
}

export const english: Words = {
  contents: 'Contents',
  index: 'Index',
  symbols: 'Symbols',
  symptoms: 'Runbooks by symptom',
  symptom: 'What you see',
  pageColumn: 'Page',
  runbooks: 'Runbooks',
  version: 'Version',
  commit: 'Commit',
  date: 'Date',
  website: 'On the web',
  page: 'page {page}',
  pageOf: 'Page {page} of {pages}',
  continued: 'continued',
  seeRunbook: 'Runbook',
  whenToUse: 'Use it when',
  needs: 'Needs',
  takes: 'Takes',
  owner: 'Owner',
  reviewed: 'Reviewed {date}',
  notReviewed: 'Never reviewed',
  revision: 'Revision {revision}',
  unproven: 'Not proven',
  fillIn: 'Fill in before you start',
  usually: 'usually {value}',
  map: 'Map',
  step: 'step {step}',
  goTo: 'go to',
  again: 'this step again',
  onHost: 'on {host}',
  onEach: 'on each host',
  onElsewhere: 'on another machine',
  read: 'Look',
  change: 'Change',
  destroy: 'Destroys data',
  action: 'By hand',
  expect: 'Expect',
  choose: 'Then',
  time: 'Time',
  name: 'Name',
  write: 'write down {bindings}',
  wait: 'look again every {every}, for {max} at most',
  done: 'Done',
  serving: 'Serving',
  escalate: 'Escalate',
  both: 'each host',
  one: 'one host',
  other: 'the other host',
  shows: 'shows {fact}',
  and: 'and',
  or: 'or',
  otherwise: 'none of these',
  seconds: '{n} s',
  minutes: '{n} min',
  hours: '{n} h',
  seeAlso: 'see',
  liveStep: 'QR code of the live step: {url}',
  unprinted: 'Only on the website: {what}',
  admonitions: {
    attention: 'Attention',
    caution: 'Caution',
    danger: 'Danger',
    deprecated: 'Deprecated since version {version}',
    error: 'Error',
    hint: 'Hint',
    important: 'Important',
    info: 'Info',
    note: 'Note',
    seealso: 'See also',
    success: 'Success',
    tip: 'Tip',
    todo: 'To do',
    versionadded: 'Added in version {version}',
    versionchanged: 'Changed in version {version}',
    versionremoved: 'Removed in version {version}',
    warning: 'Warning',
  },
}

/** Fills the named blanks of a text. */
export function fill(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{(\w+)\}/g, (blank, name: string) => String(values[name] ?? blank))
}
