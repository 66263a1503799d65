import type {ValueSpec} from '../model/runbook.ts'

/**
 * Why a value may not be filled in; nothing if it may. Whatever its pattern allows, a value has at
 * most 200 characters, none of them a control character or a mark that turns the direction of text,
 * and cannot be taken for an option.
 */
export function checkValue(spec: ValueSpec, value: string): string | undefined {
  if (!isPlainValue(value)) return `${spec.name} cannot be \`${value.slice(0, 40)}\``
  if (new RegExp(`^(?:${spec.pattern})$`, 'u').test(value)) return undefined
  return `${spec.name} must match ${spec.pattern}, not \`${value.slice(0, 40)}\``
}

/** Whether a text can stand in a command at all. */
export function isPlainValue(value: string): boolean {
  return (
    value !== '' &&
    value.length <= 200 &&
    !value.startsWith('-') &&
    !/[\p{Cc}\p{Cs}\u2028-\u202e\u2066-\u2069]/u.test(value)
  )
}
