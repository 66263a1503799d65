import {once} from 'node:events'
import {createInterface} from 'node:readline'
import type {Readable, Writable} from 'node:stream'
import type {TreeFormat, TreeReader} from './tree-answer.ts'

/** Answers requests, one JSON value a line; a bad one is answered with `error` and ends nothing. */
export async function answerRequests(
  input: Readable,
  output: Writable,
  format: TreeFormat,
  read: TreeReader,
): Promise<void> {
  for await (const line of createInterface({input})) {
    if (line.trim() === '') continue
    const answer = answerLine(line, format, read)
    if (!output.write(`${JSON.stringify(answer)}\n`)) await once(output, 'drain')
  }
}

function answerLine(line: string, format: TreeFormat, read: TreeReader): object {
  let id: unknown = null
  try {
    const request = JSON.parse(line)
    id = request?.id ?? null
    const {tree} = read(request)
    return {id, [format]: tree}
  } catch (error) {
    return {id, error: error instanceof Error ? error.message : String(error)}
  }
}
