import type {ParseOptions} from './options.ts'
import {parse} from './parse.ts'
import {preparePage} from './resolve/resolve.ts'

/** A line that may adorn a title. */
const adornmentLine = /^([!-/:-@[-`{-~])\1*[ \t\r]*$/gm

/** How many such lines are looked at before the page is left to be read as a whole. */
const attempts = 4

/**
 * The title of a page, from no more of its text than ends with it: titles are asked for by pages
 * that refer to others, long before those are read. `undefined` if the beginning does not tell.
 */
export function readTitle(text: string, options: ParseOptions): string | undefined {
  let count = 0
  for (const {index, 0: adornment} of text.matchAll(adornmentLine)) {
    if (++count > attempts) return undefined
    const end = index + adornment.length
    const head = parse(text.slice(0, end), {...options, epilog: [], severities: {}})
    const {title} = preparePage(head)
    if (title === undefined) continue
    const isSure = head.messages.every(({severity}) => severity === 'info')
    return isSure && !definesMore(text, end) ? title : undefined
  }
  return undefined
}

/** Whether the rest of a page gives another meaning to what its title may say. */
function definesMore(text: string, end: number): boolean {
  return text.lastIndexOf('|', end) >= 0 && text.indexOf('.. |', end) >= 0
}
