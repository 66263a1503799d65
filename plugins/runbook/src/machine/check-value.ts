import type {ValueSpec} from '../model/runbook.ts'

/**
 * Why a value may not be filled in; nothing if it may. Whatever its pattern allows, a value has at
 * most 200 characters, none of them a control character or a mark that turns the direction of text,
 * and cannot be taken for an option.
 */
export function checkValue(spec: ValueSpec, value: string): string | undefined {
  const shown = `\`${value.slice(0, 40).replaceAll(unseen, '\ufffd')}\``
  if (!isPlainValue(value)) {
    return `${spec.name} cannot be ${shown}: it takes one line of up to 200 characters, the first no \`-\``
  }
  if (new RegExp(`^(?:${spec.pattern})$`, 'u').test(value)) return undefined
  return `${spec.name} must match ${spec.pattern}, not ${shown}`
}

/** Control characters, halves of characters, ends of lines, marks that turn the direction of text. */
const unseen = /[\p{Cc}\p{Cs}\u2028-\u202e\u2066-\u2069]/gu

/** Whether a text can stand in a command at all. */
export function isPlainValue(value: string): boolean {
  return value !== '' && value.length <= 200 && !value.startsWith('-') && value.search(unseen) < 0
}
