import logger from '@docusaurus/logger'
import {formatMessage} from 'remark-rst'
import type {VFileMessage} from 'vfile-message'
import type {MessagePolicy} from './options.ts'

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
