import {vocabulary} from '@handrail/cluster/vocabulary'
import {pageOf, tableOf} from './page-of.ts'

/** What a condition can ask and what an `action` can say, of the cluster this site is about. */
export function vocabularyPage(): string {
  const {keys, actions, hosts} = vocabulary
  const keyRows = keys.map(({key, of, values, shownBy, doc}) => [
    `\`${key}\``,
    of,
    values.map((value) => `\`${value}\``).join(' '),
    doc,
    shownBy.map((line) => `\`${line}\``).join('<br />'),
  ])
  const actionRows = actions.map(({sentence, effect, doc}) => [`\`${sentence}\``, effect, doc])
  return pageOf('Keys and actions', 'What a runbook can ask of the cluster and have done to it.', [
    `The hosts are ${hosts.map((host) => `\`${host}\``).join(' and ')}. A runbook that uses another key, value or action is refused.`,
    '## Keys of conditions',
    tableOf(['key', 'of', 'values', 'what it says', 'shown by'], keyRows),
    '## Actions',
    'What no shell does, as the content of a fence `action`. `HOST` stands for the host, or for a role.',
    tableOf(['sentence', 'effect', 'what it does'], actionRows),
  ])
}
