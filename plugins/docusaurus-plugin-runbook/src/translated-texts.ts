import type {TranslationFileContent} from '@docusaurus/types'

/** Every word of a table, by its id. */
type Table = Readonly<Record<string, string>>

/** Words that no author wrote, as Docusaurus' file of translations has them. */
export function textsToTranslate(table: Table): TranslationFileContent {
  const entries = Object.entries(table).map(([id, message]) => [id, {message}])
  return Object.fromEntries(entries) as TranslationFileContent
}

/** The words of a translation; what it lacks stays English. */
export function translatedTexts<T extends Table>(
  table: T,
  content: TranslationFileContent = {},
): {readonly [Id in keyof T]: string} {
  const entries = Object.entries(table).map(([id, text]) => [id, content[id]?.message ?? text])
  return Object.fromEntries(entries) as {readonly [Id in keyof T]: string}
}
