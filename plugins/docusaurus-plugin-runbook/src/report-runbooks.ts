import {formatMessage} from 'remark-rst'
import type {VFileMessage} from 'vfile-message'

/**
 * Prints the messages of runbooks if they are not those that were printed before.
 *
 * @returns the text of the messages, to be handed in the next time.
 * @throws in a production build if one of them is an error; a writer's server goes on.
 */
export function reportRunbooks(messages: readonly VFileMessage[], before: string): string {
  const text = messages.map(formatMessage).join('\n')
  if (text === before) return text
  const report = text
    ? `The runbooks have messages.\n\n${text}\n`
    : 'The runbooks have no messages any more.\n'
  const fails = messages.some(({fatal}) => fatal) && process.env['NODE_ENV'] === 'production'
  if (fails) throw new Error(report)
  process.stderr.write(report)
  return text
}
