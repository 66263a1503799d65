import type {Rule} from '../message/rule.ts'

/** What the reader can say about a page, in the order of the grammar. */
export const readRules = {
  noStep: {
    id: 'no-step',
    severity: 'error',
    doc: 'A runbook without a section: its steps are its second-level headings.',
  },
  runbookName: {
    id: 'runbook-name',
    severity: 'error',
    doc: 'The field `runbook` is not the base name of the file, which links and addresses use.',
  },
  headField: {
    id: 'head-field',
    severity: 'error',
    doc: 'A field of the head that is missing or that cannot be read.',
  },
  condition: {
    id: 'condition-syntax',
    severity: 'error',
    doc: 'A condition that is not `[WHO:] key=value[|value]` joined by ` and `, or `else`.',
  },
  choiceSpans: {
    id: 'choice-spans',
    severity: 'error',
    doc: 'Code spans of a choice that are repeated or not in the order condition, binding, wait.',
  },
  binding: {
    id: 'binding-syntax',
    severity: 'error',
    doc: 'A binding that is not `ROLE=HOST` of a declared role and host.',
  },
  waitTarget: {
    id: 'wait-target',
    severity: 'error',
    doc: 'A wait on a link that leads away: a wait looks again at the same step.',
  },
  commandOption: {
    id: 'command-option',
    severity: 'error',
    doc: 'An `on` or `effect` of a command fence that says nothing known.',
  },
  commandPlace: {
    id: 'command-place',
    severity: 'error',
    doc: 'A command inside a list, a quote or an admonition: it would be shown without its guard.',
  },
  expectPlace: {
    id: 'expect-place',
    severity: 'warning',
    doc: 'Expected output that does not stand right after a command.',
  },
  afterChoices: {
    id: 'text-after-choices',
    severity: 'warning',
    doc: 'Text below the choices of a step, where a responder who chose no longer reads.',
  },
  translation: {
    id: 'translation-graph',
    severity: 'error',
    doc: 'A translation whose steps and choices do not match the default language, one by one.',
  },
} as const satisfies Record<string, Rule>
