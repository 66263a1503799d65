import {type TextId, type Texts, englishTexts} from '@handrail/runbook-element'
import type {TranslationFileContent} from '@docusaurus/types'

/** Every word that no author wrote, as Docusaurus' file of translations has it. */
export function textsToTranslate(): TranslationFileContent {
  const entries = Object.entries(englishTexts).map(([id, message]) => [id, {message}])
  return Object.fromEntries(entries) as TranslationFileContent
}

/** The words of a translation; what it lacks stays English. */
export function translatedTexts(content: TranslationFileContent): Texts {
  const ids = Object.keys(englishTexts) as TextId[]
  const entries = ids.map((id) => [id, content[id]?.message ?? englishTexts[id]])
  return Object.fromEntries(entries) as Texts
}
