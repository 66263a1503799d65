/** docutils' levels: what a `system_message` carries. */
export type Level = 1 | 2 | 3 | 4

/** The severities of our own messages; `off` drops the message (never docutils' node). */
export type Severity = 'off' | 'info' | 'warning' | 'error'

/** What a rule's sentences are filled with. */
export type Values = Readonly<Record<string, string | number>>

/**
 * A rule: one kind of mistake, what docutils says of it in its tree, and what we say of it to the
 * writer. Our sentence reads "Unexpected X, expected Y".
 */
export interface Rule<V extends Values = Values> {
  readonly level: Level
  readonly severity: Severity
  /** docutils' text, letter by letter. */
  readonly docutils: (values: V) => string
  readonly reason: (values: V) => string
  /** What to do about it, where a sentence helps. */
  readonly advice?: (values: V) => string
}

const severities = ['off', 'info', 'warning', 'error', 'error'] as const

/** A rule that only docutils' tree wants: another one tells the writer of the same mistake. */
export function quietRule<V extends Values = Values>(
  level: Level,
  docutils: (values: V) => string,
  reason: (values: V) => string,
): Rule<V> {
  return {level, severity: 'off', docutils, reason}
}

/** A rule with the severity of its level, from the two sentences. */
export function rule<V extends Values = Values>(
  level: Level,
  docutils: (values: V) => string,
  reason: (values: V) => string,
  advice?: (values: V) => string,
): Rule<V> {
  const severity = severities[level]
  return advice ? {level, severity, docutils, reason, advice} : {level, severity, docutils, reason}
}
