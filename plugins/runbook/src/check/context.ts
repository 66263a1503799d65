/** What a responder has seen and done that still matters, beside the state of the system. */
export interface Context {
  /** Placeholders by role. */
  readonly roles: Readonly<Record<string, string>>
  /** What was seen, by cell; only cells that a later step or a proof may ask for. */
  readonly known: ReadonlyMap<number, string | null>
  /** Actions carried out that some event needs as evidence: `SENTENCE@HOST`. */
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
  known: new Map(),
  done: [],
  copied: false,
  chosen: false,
  destroyed: false,
  harmed: false,
  again: false,
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

function keyOf({roles, known, done, ...flags}: Context): string {
  const bound = Object.entries(roles).sort(([a], [b]) => (a < b ? -1 : 1))
  const seen = [...known].sort(([a], [b]) => a - b)
  const {copied, chosen, destroyed, harmed, again} = flags
  const bits = [copied, chosen, destroyed, harmed, again].map(Number).join('')
  return `${bits}|${bound.join(';')}|${seen.join(';')}|${[...done].sort().join(';')}`
}
