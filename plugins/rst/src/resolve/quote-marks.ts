/**
 * Quotation marks by language: opening and closing primary, opening and closing secondary ones.
 * `x-altquot` is a language's other custom. The French ones come with their no-break spaces.
 */
const marks: Readonly<Record<string, string | readonly [string, string, string, string]>> = {
  af: '“”‘’',
  'af-x-altquot': '„”‚’',
  bg: '„“‚‘',
  ca: '«»“”',
  'ca-x-altquot': '“”‘’',
  cs: '„“‚‘',
  'cs-x-altquot': '»«›‹',
  da: '»«›‹',
  'da-x-altquot': '„“‚‘',
  de: '„“‚‘',
  'de-x-altquot': '»«›‹',
  'de-ch': '«»‹›',
  el: '«»“”',
  en: '“”‘’',
  'en-uk-x-altquot': '‘’“”',
  eo: '“”‘’',
  es: '«»“”',
  'es-x-altquot': '“”‘’',
  et: '„“‚‘',
  'et-x-altquot': '«»‹›',
  eu: '«»‹›',
  fi: '””’’',
  'fi-x-altquot': '»»››',
  fr: ['«\u00a0', '\u00a0»', '“', '”'],
  'fr-x-altquot': ['«\u202f', '\u202f»', '“', '”'],
  'fr-ch': '«»‹›',
  'fr-ch-x-altquot': ['«\u202f', '\u202f»', '‹\u202f', '\u202f›'],
  gl: '«»“”',
  he: '”“»«',
  'he-x-altquot': '„”‚’',
  hr: '„”‘’',
  'hr-x-altquot': '»«›‹',
  hsb: '„“‚‘',
  'hsb-x-altquot': '»«›‹',
  hu: '„”«»',
  is: '„“‚‘',
  it: '«»“”',
  'it-ch': '«»‹›',
  'it-x-altquot': '“”‘’',
  ja: '「」『』',
  ko: '“”‘’',
  lt: '„“‚‘',
  lv: '„“‚‘',
  mk: '„“‚‘',
  nl: '“”‘’',
  'nl-x-altquot': '„”‚’',
  nb: '«»’’',
  nn: '«»’’',
  'nn-x-altquot': '«»‘’',
  no: '«»’’',
  'no-x-altquot': '«»‘’',
  pl: '„”«»',
  'pl-x-altquot': '«»‚’',
  pt: '«»“”',
  'pt-br': '“”‘’',
  ro: '„”«»',
  ru: '«»„“',
  sh: '„”‚’',
  'sh-x-altquot': '»«›‹',
  sk: '„“‚‘',
  'sk-x-altquot': '»«›‹',
  sl: '„“‚‘',
  'sl-x-altquot': '»«›‹',
  sq: '«»‹›',
  'sq-x-altquot': '“„‘‚',
  sr: '„”’’',
  'sr-x-altquot': '»«›‹',
  sv: '””’’',
  'sv-x-altquot': '»»››',
  tr: '“”‘’',
  'tr-x-altquot': '«»‹›',
  uk: '«»„“',
  'uk-x-altquot': '„“‚‘',
  'zh-cn': '“”‘’',
  'zh-tw': '「」『』',
}

export interface QuoteMarks {
  openPrimary: string
  closePrimary: string
  openSecondary: string
  closeSecondary: string
}

/** The first of the language tags whose quotation marks are known. */
export function knownLanguage(tags: readonly string[]): string | undefined {
  return tags.find((tag) => Object.hasOwn(marks, tag))
}

/** The quotation marks of a language, ASCII ones if it is not known. */
export function quoteMarks(language: string): QuoteMarks {
  const [openPrimary, closePrimary, openSecondary, closeSecondary] = marks[language] ?? '""\'\''
  return {
    openPrimary: openPrimary!,
    closePrimary: closePrimary!,
    openSecondary: openSecondary!,
    closeSecondary: closeSecondary!,
  }
}

/**
 * A language tag (BCP 47) in lower case, then with ever fewer of its subtags: `de-AT-1901` gives
 * `de-at-1901`, `de-at`, `de-1901`, `de`. A single letter belongs to the subtag after it.
 */
export function languageTags(tag: string): string[] {
  const plain = tag.toLowerCase().replaceAll('-', '_')
  const [base, ...subtags] = plain.replace(/_([a-z0-9])_/g, '_$1-').split('_')
  const tags: string[] = []
  const limited = subtags.slice(0, 8) // a tag has few; what follows cannot name quotation marks
  for (let count = limited.length; count > 0; count--) {
    for (const some of combinations(limited, count)) tags.push([base, ...some].join('-'))
  }
  return [...tags, base!]
}

function combinations(values: readonly string[], count: number): string[][] {
  if (count === 0) return [[]]
  return values.flatMap((value, i) =>
    combinations(values.slice(i + 1), count - 1).map((rest) => [value, ...rest]),
  )
}
