import type {Message, Place} from '@handrail/rst'
import {VFileMessage} from 'vfile-message'

/**
 * A message as unified's tools know it: `place`, `source`, `ruleId` and `fatal` as usual; `file` is
 * the file the text stands in, `note` has the advice, and `cause` leads from include to include to
 * the page.
 */
export function toVFileMessage(message: Message): VFileMessage {
  const {place, includedFrom, notes} = message
  const result = messageAt(message.reason, place, includeCause(includedFrom))
  result.source = message.source
  result.ruleId = message.ruleId
  result.fatal = fatality[message.severity]
  if (notes.length) result.note = notes.map(({text}) => text).join('\n')
  return result
}

/** What unified calls a severity. */
const fatality = {error: true, warning: false, info: undefined} as const

function includeCause([place, ...outer]: readonly Place[]): VFileMessage | undefined {
  return place && messageAt('included from here', place, includeCause(outer))
}

function messageAt(reason: string, place: Place, cause: VFileMessage | undefined): VFileMessage {
  const {file, line, column, endLine, endColumn} = place
  const message = new VFileMessage(reason, {
    place: {start: {line, column}, end: {line: endLine, column: endColumn}},
    ...(cause && {cause}),
  })
  message.file = file
  message.name = `${file}:${line}:${column}`
  return message
}

/**
 * A message for a terminal: place, severity, sentence and rule on the first line, then the include
 * directives that brought the text there, then advice.
 */
export function formatMessage(message: VFileMessage): string {
  const severity = message.fatal ? 'error' : message.fatal === false ? 'warning' : 'info'
  const rule = [message.source, message.ruleId].filter(Boolean).join(':')
  return [
    [placeText(message), severity, message.reason, rule].join('  '),
    ...includeSites(message).map((site) => `    included from ${site}`),
    ...(message.note ? message.note.split('\n').map((note) => `    note  ${note}`) : []),
  ].join('\n')
}

function placeText({file, place}: VFileMessage): string {
  if (!place) return file ?? ''
  if (!('start' in place)) return `${file}:${place.line}:${place.column}`
  const {start, end} = place
  return `${file}:${start.line}:${start.column}-${end.line}:${end.column}`
}

/** The include directives a message came through, innermost first. */
export function includeSites(message: VFileMessage): string[] {
  const {cause} = message
  return cause instanceof VFileMessage ? [cause.name, ...includeSites(cause)] : []
}
