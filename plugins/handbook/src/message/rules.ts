/** A kind of message, as the reference lists it. */
export interface Rule {
  readonly id: string
  readonly severity: 'error' | 'warning'
  /** What it finds, and what print does about it. */
  readonly doc: string
}

/**
 * Faults of the sources that print reveals. They are found before the compiler runs, where file
 * and line are known; the handbook is still made, with the fault mended as the entry says.
 */
export const rules = {
  deadLink: {
    id: 'dead-link',
    severity: 'error',
    doc: 'A link to a page, a heading or a runbook step that is not there. Its words are printed without a page number.',
  },
  missingAlt: {
    id: 'missing-alt',
    severity: 'error',
    doc: 'A picture without alternative text, which PDF/UA-1 (7.3) requires. The name of its file stands in.',
  },
  missingImage: {
    id: 'missing-image',
    severity: 'error',
    doc: 'A picture that is not there, or of a format that cannot be printed. Its alternative text is printed in a frame.',
  },
  remoteImage: {
    id: 'remote-image',
    severity: 'warning',
    doc: 'A picture on another host: nothing is downloaded. Its alternative text and address are printed.',
  },
  emptyHeading: {
    id: 'empty-heading',
    severity: 'error',
    doc: 'A heading without text, which PDF/UA-1 (7.4) forbids. It is left out.',
  },
  skippedLevel: {
    id: 'skipped-level',
    severity: 'warning',
    doc: 'A heading more than one level below the one before it, which PDF/UA-1 (7.4.2) forbids. It is printed one level below.',
  },
  missingGlyph: {
    id: 'missing-glyph',
    severity: 'warning',
    doc: 'A character that no font of the handbook has. Its code point is printed, such as [U+0F40].',
  },
  missingRunbook: {
    id: 'missing-runbook',
    severity: 'error',
    doc: 'A runbook is embedded that is not there. Its name is printed.',
  },
  unknownNode: {
    id: 'unknown-node',
    severity: 'warning',
    doc: 'A node of the tree that this writer does not know. What stands inside it is printed.',
  },
  browserOnly: {
    id: 'browser-only',
    severity: 'warning',
    doc: 'Something only a browser can show: an expression or a component of MDX without content. A note stands in its place.',
  },
  mathSource: {
    id: 'math-source',
    severity: 'warning',
    doc: 'A formula. Its LaTeX source is printed.',
  },
} as const satisfies Readonly<Record<string, Rule>>

export type RuleName = keyof typeof rules
