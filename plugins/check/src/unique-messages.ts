import type {VFileMessage} from 'vfile-message'

/**
 * Each mistake once, in the order of files and lines: a fragment that many pages include brings the
 * same message with each of them, told apart only by the way it was reached.
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
    compare(a.file ?? '', b.file ?? '') ||
    (a.line ?? 0) - (b.line ?? 0) ||
    (a.column ?? 0) - (b.column ?? 0)
  )
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
