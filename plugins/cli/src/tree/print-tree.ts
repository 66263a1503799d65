import {formatMessage, toVFileMessage} from 'remark-rst'
import {CommandFailure} from '../command-failure.ts'
import type {TreeAnswer, TreeReader} from './tree-answer.ts'

/** Prints the tree of one file, and its messages on standard error. */
export function printTree(path: string, read: TreeReader): void {
  const {tree, messages} = answerOf(path, read)
  process.stdout.write(typeof tree === 'string' ? tree : `${JSON.stringify(tree, null, 2)}\n`)
  for (const message of messages) {
    process.stderr.write(`${formatMessage(toVFileMessage(message))}\n`)
  }
}

function answerOf(path: string, read: TreeReader): TreeAnswer {
  try {
    return read({path})
  } catch (error) {
    throw new CommandFailure((error as Error).message)
  }
}
