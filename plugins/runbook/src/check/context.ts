import {seenKey} from './thread.ts'

/** What a responder has seen and done that still matters, beside the state of the system. */
export interface Context {
  /** Placeholders by role. */
  readonly roles: Readonly<Record<string, string>>
  /** Equal for equal roles. */
  readonly rolesKey: string
  /** What was seen of what a later step or a proof may ask for: by the step's live cells. */
  readonly known: readonly (string | null | undefined)[]
  /** Actions carried out that some event needs as evidence: `SENTENCE@HOST`, sorted. */
  readonly done: readonly string[]
  /** A snapshot or a backup was taken. */
  readonly copied: boolean
  /** A human said which host loses: a choice without a condition bound roles. */
  readonly chosen: boolean
  /** A block that destroys, with everything it needs, was carried out. */
  readonly destroyed: boolean
  /** Something was lost that should not have been. */
  readonly harmed: boolean
  /** Roles were exchanged: this is the second round. */
  readonly again: boolean
}

/** A number for a context. */
export type ContextId = number

export const freshContext: Context = {
  roles: {},
  rolesKey: '',
  known: [],
  done: [],
  copied: false,
  chosen: false,
  destroyed: false,
  harmed: false,
  again: false,
}

/** A text equal for equal roles. */
export function rolesKeyOf(roles: Context['roles']): string {
  return Object.entries(roles)
    .map(([role, host]) => `${role}=${host}`)
    .sort()
    .join()
}

/** The contexts met so far, each once. */
export class Contexts {
  private readonly all: Context[] = []
  private readonly ids = new Map<string, ContextId>()

  add(context: Context): ContextId {
    const key = keyOf(context)
    const known = this.ids.get(key)
    if (known !== undefined) return known
    this.ids.set(key, this.all.length)
    return this.all.push(context) - 1
  }

  get(id: ContextId): Context {
    return this.all[id]!
  }
}

function keyOf({rolesKey, known, done, copied, chosen, destroyed, harmed, again}: Context): string {
  const bits = [copied, chosen, destroyed, harmed, again].map(Number).join('')
  return `${bits}|${rolesKey}|${done.join()}|${seenKey(known)}`
}
