import type {Note} from '@handrail/rst'
import {markdownMessage, type MarkdownRuleId} from '../rules.ts'
import {type Part, placeIn, type Reading} from './part.ts'
import type {Range} from './written-directive.ts'

/** Notes a message of a rule about a range of a part. */
export function complainAbout(
  id: MarkdownRuleId,
  values: Record<string, string>,
  range: Range,
  part: Part,
  reading: Reading,
  notes: Note[] = [],
): void {
  const at = {place: placeIn(part, ...range), includedFrom: part.includedFrom, notes}
  const message = markdownMessage(id, values, at, reading.options.severities)
  if (message) reading.messages.push(message)
}
