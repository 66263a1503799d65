import type {ConvertedPage, ConvertedSite} from './convert-site.ts'

/** What each page lost, for a person or a program. */
export function reportLosses({pages}: ConvertedSite, form: 'text' | 'json'): string {
  if (form === 'json') return `${JSON.stringify({pages}, null, 2)}\n`
  return pages.flatMap(linesOf).join('')
}

function linesOf({source, losses}: ConvertedPage): string[] {
  return losses.map(({what, file, line}) => {
    const inFile = file === undefined ? '' : ` (in ${file}${line === undefined ? '' : `:${line}`})`
    const place = line === undefined || file !== undefined ? source : `${source}:${line}`
    return `${place}  lost: ${what}${inFile}\n`
  })
}
