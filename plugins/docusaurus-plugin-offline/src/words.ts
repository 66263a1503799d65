import type {TranslationFile} from '@docusaurus/types'

/** What the notice and the status page say; `{…}` is filled in. */
export const englishWords = {
  offline: 'The server cannot be reached. This is the copy of {date}{commit}.',
  notSaved: 'This page is not saved in your browser, and the server cannot be reached.',
  home: 'To the first page',
  newer: 'A newer version of this site is ready.',
  use: 'Use it now',
  hide: 'Hide',
  about: 'What is saved',
  none: 'Nothing is saved in this browser yet.',
  unsupported: 'This browser does not save sites for use without a network.',
  copy: 'Saved here: the version of {date}{commit}.',
  same: 'The server has the same version.',
  other: 'The server has another version, of {date}{commit}.',
  unreachable: 'The server cannot be reached.',
  held: '{held} of {wanted} files are saved, {size} MB.',
  full: 'There is no more room for the rest. What an incident needs first is saved.',
  save: 'Save what is missing',
  drop: 'Drop the copy and load the site anew',
}

export type Words = typeof englishWords

/** The words as Docusaurus' translators see them. */
export function wordsFile(words: Words): TranslationFile {
  const entries = Object.entries(words).map(([key, message]) => [key, {message}])
  return {path: 'words', content: Object.fromEntries(entries)}
}

export function translatedWords(files: readonly TranslationFile[]): Words {
  const content = files.find(({path}) => path === 'words')?.content ?? {}
  const translated = Object.entries(content).map(([key, {message}]) => [key, message])
  return {...englishWords, ...Object.fromEntries(translated)}
}
