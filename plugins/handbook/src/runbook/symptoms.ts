import {array, call, code} from '../typst/call.ts'
import {labelOf} from '../target/labels.ts'
import type {PrintedPage} from '../target/registry.ts'
import type {Writer} from '../write/writer.ts'
import {conditionWords, rawFact} from './condition-words.ts'

/** Every state that a runbook covers, sorted by what is seen first, with the runbook's page. */
export function symptomIndex(pages: readonly PrintedPage[], writer: Writer): string {
  const {words, options} = writer.book
  const telling = {words, keys: options.keys, unbound: true}
  const rows = pages.flatMap(({path, runbook}) =>
    (runbook?.head.covers ?? []).map((condition) => ({
      sign: condition.kind === 'terms' ? condition.terms.map(rawFact).join(' ') : '',
      seen: conditionWords(condition, telling),
      title: runbook!.title,
      label: labelOf(path),
    })),
  )
  if (rows.length === 0) return ''
  rows.sort(
    (a, b) => compare(a.sign, b.sign) || compare(a.seen, b.seen) || compare(a.title, b.title),
  )
  const entries = rows.map(({seen, title, label}) =>
    code(array([writer.string(seen), writer.text(title), writer.string(label)])),
  )
  return call('symptom-index', entries)
}

/** By code point: the same order on every machine. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
