/**
 * Whom a term of a condition speaks of. `both` and `one` range over the runbook's hosts; `one` holds
 * of exactly one of them, and a second `one:` in the same condition (`other`) is the other host.
 */
export type Who =
  | {readonly kind: 'host'; readonly name: string}
  | {readonly kind: 'role'; readonly name: string}
  | {readonly kind: 'both'}
  | {readonly kind: 'one'; readonly other?: true}
  | {readonly kind: 'cluster'}

/** `WHO: key=value|value`: the observation `key` of `who` is one of `values`. */
export interface Term {
  readonly who: Who
  readonly key: string
  readonly values: readonly string[]
}

/** What must be seen for a choice to hold: all terms, or none of the other choices. */
export type Condition =
  {readonly kind: 'terms'; readonly terms: readonly Term[]} | {readonly kind: 'else'}

/** What has been seen of one host, or of the cluster as a whole: key to value, both as printed. */
export type Observation = Readonly<Record<string, string>>

/**
 * What has been seen so far. Hosts are named by the runbook's placeholders (`be1`), never by their
 * real names. A key that nobody looked at is absent; an absent key makes no term hold.
 */
export interface Observations {
  readonly hosts: Readonly<Record<string, Observation>>
  readonly cluster: Observation
}
