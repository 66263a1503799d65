import type {DocumentState} from '../../document.ts'
import {typesIn} from '../presence.ts'
import {Replacements} from '../replacements.ts'
import {reportLoose} from '../report.ts'
import {elementsOf} from '../walk.ts'

/** Keeps the content of `only` directives whose expression holds, and takes the others away. */
export function resolveOnly(document: DocumentState, tags: ReadonlySet<string>): void {
  if (!typesIn(document).has('only')) return
  const replacements = new Replacements()
  for (const only of elementsOf(document.tree, 'only')) {
    const expression = String(only.attributes['expr'] ?? '')
    const holds = evaluate(expression, tags)
    if (holds === undefined) reportLoose(document, 'only-expression', {expression}, only)
    if (holds === false) replacements.remove(only)
    else replacements.swap(only, only.children)
  }
  replacements.apply(document.tree)
}

/**
 * The value of an expression of tags, `and`, `or`, `not` and parentheses; `undefined` if it is
 * none.
 */
function evaluate(expression: string, tags: ReadonlySet<string>): boolean | undefined {
  const tokens = expression.match(/[()]|[^\s()]+/g) ?? []
  let at = 0
  let failed = tokens.length > 200 // nobody writes such, and it bounds the recursion

  const either = (): boolean => {
    let value = both()
    while (tokens[at] === 'or') {
      at++
      value = both() || value
    }
    return value
  }
  const both = (): boolean => {
    let value = single()
    while (tokens[at] === 'and') {
      at++
      value = single() && value
    }
    return value
  }
  const single = (): boolean => {
    const token = tokens[at++]
    if (token === 'not') return !single()
    if (token === '(') {
      const value = either()
      if (tokens[at++] !== ')') failed = true
      return value
    }
    if (token === undefined || !/^\w[\w.-]*$/.test(token)) failed = true
    return token !== undefined && tags.has(token)
  }

  const value = !failed && either()
  return failed || at < tokens.length ? undefined : value
}
