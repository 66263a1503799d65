import type {Covers, HandbookOptions, TypstFile} from './book.ts'
import {substitute} from './glyph/substitute.ts'
import {array, code, dictionary, type Value} from './typst/call.ts'
import {literal} from './typst/literal.ts'
import type {Words} from './words.ts'

/** What the theme is told: the facts of the title page, the paper, and our words in its language. */
export function settingsFile(options: HandbookOptions, words: Words): TypstFile {
  const {language = 'en', paper = 'a4'} = options
  const shown = (text: string | undefined) => text && printable(text, options.covers)
  const title = printable(options.title, options.covers)
  const [version, commit] = [shown(options.version), shown(options.commit)]
  const classification = shown(options.classification)
  const [lang = 'en', region] = language.split('-')
  const date = /^(\d{4})-(\d{2})-(\d{2})/.exec(options.date ?? '')
  const day = date?.[0]
  const facts = [
    [words.version, version],
    [words.commit, commit],
    [words.date, day],
    [words.website, shown(options.siteUrl)],
  ].filter((fact) => fact[1] !== undefined)
  const edition = [title, version && `${words.version} ${version}`, commit, day]
  const settings: Record<string, Value> = {
    title,
    description: code(value(shown(options.description))),
    subtitle: code(value(shown(options.subtitle))),
    classification: code(value(classification)),
    language: lang,
    region: code(value(region?.length === 2 ? region : undefined)),
    date: code(date ? dateArguments(date) : 'none'),
    paper,
    'two-sided': options.twoSided ?? false,
    facts: code(array(facts.map((fact) => array(fact.map((text) => literal(text!)))))),
    edition: edition.filter((part) => part !== undefined),
    fallback: [...(options.fallbackFonts ?? [])],
    words: code(wordsDictionary(words)),
  }
  return {path: '/settings.typ', text: `#let settings = ${dictionary(settings)}\n`}
}

function printable(text: string, covers: Covers = () => true): string {
  return substitute(text, covers).text
}

function value(text: string | undefined): string {
  return text === undefined ? 'none' : literal(text)
}

function dateArguments([, year, month, day]: RegExpExecArray): string {
  return `(year: ${Number(year)}, month: ${Number(month)}, day: ${Number(day)})`
}

function wordsDictionary({admonitions: _admonitions, ...words}: Words): string {
  return dictionary(words)
}
