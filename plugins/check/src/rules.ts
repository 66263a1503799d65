import type {Message, Note, Place, Severity} from '@handrail/rst'

type Values = Readonly<Record<string, string>>

/** A mistake that the parser has no reason to name: what it reads is well-formed, but not meant. */
export interface CheckRule {
  severity: Severity
  /** What is wrong and what it does to the page, for the reference. */
  doc: string
  /** "Unexpected X, expected Y." */
  reason: (values: Values) => string
  advice?: (values: Values) => string
}

const near = ({near}: Values): string => (near ? `Did you mean \`${near}\`?` : '')

export const checkRules = {
  'directive-space': {
    severity: 'warning',
    doc: '`..note::` or `.. note::text`: without the space it is no directive, but a paragraph or a comment.',
    reason: ({written, name}) => `Unexpected \`${written}\`, expected \`.. ${name}::\` and a space`,
  },
  'directive-colon': {
    severity: 'warning',
    doc: '`.. note:` with one colon is a comment: its text is not shown.',
    reason: ({name}) => `Unexpected comment \`.. ${name}:\`, expected \`.. ${name}::\``,
    advice: () => 'With one colon it is a comment, and nothing of it is shown',
  },
  'directive-midline': {
    severity: 'warning',
    doc: '`* text .. include:: x`: a directive within a line is text.',
    reason: ({name}) => `Unexpected \`.. ${name}::\` within a line, expected it to start one`,
    advice: () => 'Put it on a line of its own, below a blank line',
  },
  tab: {
    severity: 'warning',
    doc: 'A tab in the indentation: it counts as up to eight columns, whatever an editor shows.',
    reason: () => 'Unexpected tab in the indentation, expected spaces',
  },
  'heading-jump': {
    severity: 'warning',
    doc: 'A title more than one level below the one before it.',
    reason: ({depth, before}) =>
      `Unexpected title of level ${depth} below one of level ${before}, expected level ${Number(before) + 1}`,
  },
  'link-page': {
    severity: 'error',
    doc: 'A link to a page that does not exist.',
    reason: ({path}) => `Unexpected link to \`${path}\`, expected a page that exists`,
    advice: near,
  },
  'link-file': {
    severity: 'warning',
    doc: 'A link to a file beside the pages that is not there, such as a page that Sphinx makes itself (`genindex.html`). In a page in RST it stays as it was written.',
    reason: ({path}) => `Unexpected link to \`${path}\`, expected a file that exists`,
  },
  'link-anchor': {
    severity: 'warning',
    doc: 'A link to a place that its page does not have. The link stays, and leads to the top of the page.',
    reason: ({id, page}) => `Unexpected link to \`#${id}\`, expected a place in ${page}`,
    advice: near,
  },
  'image-missing': {
    severity: 'warning',
    doc: 'A picture whose file is not there.',
    reason: ({path}) => `Unexpected picture \`${path}\`, expected a file that exists`,
    advice: near,
  },
  'unused-fragment': {
    severity: 'warning',
    doc: 'A file among the fragments that no page includes.',
    reason: ({path}) => `Unexpected fragment \`${path}\`, expected a page that includes it`,
  },
  'unused-substitution': {
    severity: 'warning',
    doc: 'A substitution definition that nothing uses.',
    reason: ({name}) => `Unexpected definition of \`|${name}|\`, expected a text that uses it`,
  },
  'repeated-substitution': {
    severity: 'warning',
    doc: 'A substitution that two substitution files define: the later definition counts.',
    reason: ({name}) => `Unexpected second definition of \`|${name}|\`, expected one`,
    advice: ({first}) => `The first is at ${first}`,
  },
} satisfies Record<string, CheckRule>

export type CheckRuleId = keyof typeof checkRules

export type Severities = Readonly<Record<string, Severity>>

/** Makes the messages of a rule; none if the severities switch it off. */
export function checkMessage(
  id: CheckRuleId,
  values: Values,
  at: {place: Place; includedFrom?: Place[]},
  severities: Severities = {},
): Message[] {
  const rule: CheckRule = checkRules[id]
  const severity = severities[id] ?? rule.severity
  if (severity === 'off') return []
  const text = rule.advice?.(values)
  const notes: Note[] = text ? [{text}] : []
  const {place, includedFrom = []} = at
  return [
    {source: 'rst', ruleId: id, severity, reason: rule.reason(values), place, includedFrom, notes},
  ]
}
