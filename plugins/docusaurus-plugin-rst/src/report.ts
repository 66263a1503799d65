import logger from '@docusaurus/logger'
import {formatMessage} from 'remark-rst'
import type {VFileMessage} from 'vfile-message'
import type {MessagePolicy} from './options.ts'

/**
 * Each mistake once: a fragment that many pages include brings the same message with each of
 * them, told apart only by the way it was reached.
 */
export function uniqueMessages(messages: readonly VFileMessage[]): VFileMessage[] {
  const seen = new Map<string, VFileMessage>()
  for (const message of messages) {
    const key = [message.name, message.ruleId, message.reason].join('\0')
    if (!seen.has(key)) seen.set(key, message)
  }
  return [...seen.values()].sort(byPlace)
}

function byPlace(a: VFileMessage, b: VFileMessage): number {
  return (
    (a.file ?? '').localeCompare(b.file ?? '') ||
    (a.line ?? 0) - (b.line ?? 0) ||
    (a.column ?? 0) - (b.column ?? 0)
  )
}

/**
 * Prints warnings and errors; errors stop a production build if the options say so. A writer's server goes
 * on: the next edit may mend it.
 */
export function report(
  messages: readonly VFileMessage[],
  policy: MessagePolicy,
  isProduction: boolean,
): void {
  const shown = messages.filter(({fatal}) => typeof fatal === 'boolean')
  if (!shown.length || policy === 'ignore') return
  const errors = shown.filter(({fatal}) => fatal)
  const text = shown.map(formatMessage).join('\n')
  if (errors.length && policy === 'throw' && isProduction) {
    throw new Error(`The pages have ${count(errors.length, 'error')}.\n\n${text}\n`)
  }
  logger.warn(`The pages have ${count(shown.length, 'message')}.\n\n${text}\n`)
}

function count(number: number, word: string): string {
  return `${number} ${word}${number === 1 ? '' : 's'}`
}
