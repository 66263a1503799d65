import type {TextId} from '../texts.ts'

/** What a key of the stepper does. Digits go to an answer; nothing is taken by a single key. */
const stepperKeys = {
  c: 'copy',
  b: 'back',
  x: 'misfit',
  p: 'paste',
  n: 'note',
  l: 'log',
  m: 'map',
  h: 'handover',
  '?': 'help',
} as const satisfies Record<string, string>

export type KeyAction = (typeof stepperKeys)[keyof typeof stepperKeys]

/** The keys as the help lists them. */
export const listedKeys: readonly (readonly [string, TextId])[] = [
  ['1 – 9', 'key-answer'],
  ...Object.entries(stepperKeys).map(([key, action]) => [key, `key-${action}`] as const),
]

const setting = 'handrail:keys'

/** Whether single keys are used; people who dictate need to switch them off. */
export function keysAreOn(): boolean {
  try {
    return localStorage.getItem(setting) !== 'off'
  } catch {
    return true
  }
}

export function setKeys(on: boolean): void {
  try {
    localStorage.setItem(setting, on ? 'on' : 'off')
  } catch {
    // Without storage the keys stay as they are.
  }
}

/** What a key press asks for: an action, or the number of an answer. */
export function keyAction(event: KeyboardEvent): KeyAction | number | undefined {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return undefined
  if (!keysAreOn() || isTyping(event)) return undefined
  if (/^[1-9]$/.test(event.key)) return Number(event.key)
  return Object.hasOwn(stepperKeys, event.key)
    ? stepperKeys[event.key as keyof typeof stepperKeys]
    : undefined
}

function isTyping(event: Event): boolean {
  const [target] = event.composedPath()
  if (!(target instanceof HTMLElement)) return false
  return (
    target.isContentEditable ||
    target.closest('dialog, [role=dialog]') !== null ||
    /^(?:input|textarea|select)$/i.test(target.tagName)
  )
}
