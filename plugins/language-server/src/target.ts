import type {SiteCheck, SubstitutionDefinition} from '@handrail/check'
import type {Place} from '@handrail/rst'
import {includeLine} from './include-line.ts'
import type {LineContext} from './line-context.ts'

/** What the words under the cursor lead to: an included file, or the definition of a token. */
export function targetAt(
  site: SiteCheck,
  {place, text, column}: LineContext,
): Pick<Place, 'file' | 'line' | 'column'> | undefined {
  const included = includeLine(text)
  if (included && column >= included.start) {
    const file = site.includedFile(included.path, place)
    return file === undefined ? undefined : {file, line: 1, column: 1}
  }
  const name = tokenAt(text, column)
  if (name === undefined) return undefined
  return definitions(site, place.file).find((one) => one.name.toLowerCase() === name.toLowerCase())
    ?.place
}

/** The name of the token around a column. */
function tokenAt(text: string, column: number): string | undefined {
  for (const {index, 0: token, 1: name} of text.matchAll(/\|([^|\s](?:[^|]*[^|\s])?)\\?\|/g)) {
    if (index <= column && column <= index + token.length) return name
  }
  return undefined
}

/** The definitions that hold in a file: its own, then those of the substitution files. */
export function definitions(site: SiteCheck, file: string): SubstitutionDefinition[] {
  const files = new Set([file, ...site.settings.prolog, ...site.settings.epilog])
  return [...files].flatMap((path) => site.definitionsIn(path))
}
