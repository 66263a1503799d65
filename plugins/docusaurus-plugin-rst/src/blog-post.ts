import path from 'node:path'
import type {ContentFolder} from './content.ts'

/** What ends the part of a post that lists show: HTML's and MDX's comment, and the one of RST. */
export const truncateMarker =
  /<!--\s*truncate\s*-->|\{\/\*\s*truncate\s*\*\/\}|^\.\. truncate[ \t]*$/m

const datedName = /^(?<folder>.*)(?<date>\d{4}[-/]\d{1,2}[-/]\d{1,2})[-/]?(?<text>.*?)(?:\/index)?$/

/**
 * The day and the address that a post has from the name of its file: Docusaurus reads them from
 * names that end in `.md` only.
 */
export function fieldsOfName(
  file: string,
  {original, localized}: ContentFolder,
): {slug: string; date?: string} {
  const folder = file.startsWith(localized + path.sep) ? localized : original
  const name = path
    .relative(folder, file)
    .replaceAll(path.sep, '/')
    .replace(/\.[^./]*$/, '')
  const found = datedName.exec(name)?.groups
  if (!found) return {slug: `/${name.replace(/\/index$/, '')}`}
  const date = found['date']!.replaceAll('/', '-')
  return {slug: `/${date.replaceAll('-', '/')}/${found['folder']}${found['text']}`, date}
}
