import type {Loss} from '@handrail/markdown'
import type {ConvertedPage, ConvertedSite} from './convert-site.ts'

/** What each page lost, for a person or a program. */
export function reportLosses({pages}: ConvertedSite, form: 'text' | 'json'): string {
  if (form === 'json') return `${JSON.stringify({pages}, null, 2)}\n`
  return pages.flatMap(linesOf).join('')
}

/** One line for all that is lost in the same words, with the place of the first. */
function linesOf({source, losses}: ConvertedPage): string[] {
  const groups = new Map<string, {first: Loss; count: number}>()
  for (const loss of losses) {
    const key = `${loss.file ?? ''}\0${loss.what}`
    const group = groups.get(key)
    if (group) group.count++
    else groups.set(key, {first: loss, count: 1})
  }
  return [...groups.values()].map(({first: {what, file, line}, count}) => {
    const times = count > 1 ? ` (${count} times)` : ''
    const inFile = file === undefined ? '' : ` (in ${file}${line === undefined ? '' : `:${line}`})`
    const place = line === undefined || file !== undefined ? source : `${source}:${line}`
    return `${place}  lost: ${what}${times}${inFile}\n`
  })
}
