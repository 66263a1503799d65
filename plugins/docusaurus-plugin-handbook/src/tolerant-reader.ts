import type {PageReader} from 'remark-rst/read-page'
import {VFileMessage} from 'vfile-message'

/**
 * A reader to which a page that cannot be parsed, such as MDX with a tag that is never closed, is
 * one that is not there.
 *
 * @param report called once for each such page, with its file and the place in it
 */
export function tolerantReader(
  reader: PageReader,
  report: (message: VFileMessage) => void,
): PageReader {
  const broken = new Set<string>()
  return {
    ...reader,
    read(path) {
      if (broken.has(path)) return undefined
      try {
        return reader.read(path)
      } catch (error) {
        if (!(error instanceof VFileMessage)) throw error
        broken.add(path)
        report(refusal(error, path))
        return undefined
      }
    },
  }
}

function refusal({reason, place, source, ruleId}: VFileMessage, path: string): VFileMessage {
  const words = `Unexpected page that cannot be read, and is left out: ${reason}`
  const message = new VFileMessage(words, {place, source, ruleId})
  message.file = path
  message.fatal = true
  return message
}
