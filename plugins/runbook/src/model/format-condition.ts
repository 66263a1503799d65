import type {Condition, Who} from './condition.ts'

/** Writes a condition as an author would. */
export function formatCondition(condition: Condition): string {
  if (condition.kind === 'else') return 'else'
  return condition.terms
    .map(({who, key, values}, index, terms) => {
      const before = terms[index - 1]?.who
      return `${before && sameWho(who, before) ? '' : `${formatWho(who)}: `}${key}=${values.join('|')}`
    })
    .join(' and ')
}

function sameWho(a: Who, b: Who): boolean {
  const other = a.kind === 'one' && b.kind === 'one' && a.other !== b.other
  return formatWho(a) === formatWho(b) && !other
}

/** The name a condition uses for whom it speaks of. */
export function formatWho(who: Who): string {
  return who.kind === 'host' || who.kind === 'role' ? who.name : who.kind
}
