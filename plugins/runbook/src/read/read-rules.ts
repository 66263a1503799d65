import type {Rule} from '../message/rule.ts'

/** What the reader can say about a page, in the order of the grammar. */
export const readRules = {
  noStep: {
    id: 'no-step',
    severity: 'error',
    doc: 'A runbook without a section: its steps are its second-level headings.',
    advice: 'Write each step under a heading of its own: `## What do both hosts show?`.',
  },
  runbookName: {
    id: 'runbook-name',
    severity: 'error',
    doc: 'The field `runbook` is not the base name of the file, which links and addresses use.',
    advice: 'Rename the file or the field; links from other runbooks use the name of the file.',
  },
  headField: {
    id: 'head-field',
    severity: 'error',
    doc: 'A field of the head that is missing or that cannot be read.',
    advice: 'Write it as the others are written: the reference has an example of each field.',
  },
  choiceLink: {
    id: 'choice-link',
    severity: 'error',
    doc: 'An item without a link to a step among items that have one: the list is no list of choices.',
    advice: 'End it with a link to a step here or in another runbook, and nothing behind the link.',
  },
  condition: {
    id: 'condition-syntax',
    severity: 'error',
    doc: 'A condition that is not `[WHO:] key=value[|value]` joined by ` and `, or `else`.',
    advice: 'Until it can be read, the choice counts as a decision of the responder.',
  },
  choiceSpans: {
    id: 'choice-spans',
    severity: 'error',
    doc: 'Code spans of a choice that are repeated or not in the order condition, binding, wait.',
    advice: 'Join several terms with ` and ` in one span.',
  },
  binding: {
    id: 'binding-syntax',
    severity: 'error',
    doc: 'A binding that is not `ROLE=HOST` of a declared role and host.',
    advice: 'Declare the role in `roles` of the head; a host is one of `hosts`.',
  },
  wait: {
    id: 'wait-syntax',
    severity: 'error',
    doc: 'A wait that does not say how often to look and for how long at most.',
    advice: 'Such as `wait 10s max 30min`; the units are `s`, `min` and `h`.',
  },
  waitTarget: {
    id: 'wait-target',
    severity: 'error',
    doc: 'A wait on a link that leads away: a wait looks again at the same step.',
    advice: 'Link the wait to its own step, and lead away in a choice without one.',
  },
  commandOption: {
    id: 'command-option',
    severity: 'error',
    doc: 'An `on` or `effect` of a command fence that says nothing known.',
    advice: 'Such as `on=each effect=read`; in RST `:class: on-each effect-read`.',
  },
  commandPlace: {
    id: 'command-place',
    severity: 'error',
    doc: 'A command inside a list, a quote or an admonition: it would be shown without its guard.',
    advice: 'Take it out of the list, quote or admonition; a step may have several commands.',
  },
  expectPlace: {
    id: 'expect-place',
    severity: 'warning',
    doc: 'Expected output that does not stand right after a command.',
    advice: 'Put the fence `text expect` right below its command, with nothing between them.',
  },
  afterChoices: {
    id: 'text-after-choices',
    severity: 'warning',
    doc: 'Text below the choices of a step, where a responder who chose no longer reads.',
    advice: 'Move it above the list, or into the step that it speaks of.',
  },
  translation: {
    id: 'translation-graph',
    severity: 'error',
    doc: 'A translation whose steps and choices do not match the default language, one by one.',
    advice: 'Translate word by word what is there: steps, choices and commands in the same order.',
  },
} as const satisfies Record<string, Rule>
