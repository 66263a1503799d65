import {headOf} from './page-of.ts'

/** The grammar of runbooks, which the README of their package defines and its tests run. */
export function grammarPage(readme: string): string {
  const [, grammar] = /^## Syntax\n(.*?)^## /ms.exec(readme) ?? []
  if (!grammar) throw new Error('The README of the runbook package has no part "Syntax"')
  const title = 'Grammar of runbooks'
  const description = 'Head, step, choice, condition, binding, wait, command, guard, outcome.'
  return `${headOf(title, description)}\n\n# ${title}\n\n${raised(grammar).trim()}\n`
}

/** The headings a level higher, as the part is a page of its own. */
function raised(text: string): string {
  return text.replace(/^###/gm, '##')
}
