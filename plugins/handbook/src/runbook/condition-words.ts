import type {Condition, Term, Who} from '@handrail/runbook'
import type {Words} from '../words.ts'

/** What must be seen, as it is read aloud: `both hosts: cs = Connected and ds = UpToDate`. */
export function conditionWords(condition: Condition, words: Words): string {
  if (condition.kind === 'else') return words.otherwise
  let before = ''
  return condition.terms
    .map((term) => {
      const who = whoWords(term.who, words)
      const shown = who === before ? factWords(term) : `${who}: ${factWords(term)}`
      before = who
      return shown
    })
    .join(` ${words.and} `)
}

/** `cs=StandAlone`, as the commands print it. */
export function factWords({key, values}: Term): string {
  return `${key}=${values.join('|')}`
}

function whoWords(who: Who, words: Words): string {
  if (who.kind === 'host' || who.kind === 'role') return who.name
  return words[who.kind]
}
