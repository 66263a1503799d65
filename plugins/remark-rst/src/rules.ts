import type {Message, Note, Place, Severity} from '@handrail/rst'

/** The mistakes that only a Markdown page can make; those of RST are rules of `@handrail/rst`. */
export const markdownRules = {
  'directive-in-markdown': {
    severity: 'error',
    reason: ({name}) =>
      `Unexpected directive \`${name}\` in Markdown, expected \`include\`, \`runbook\` or \`rehearsal\``,
    advice: () => 'Write it as Markdown, or move it to an .rst file and include that',
  },
  'text-after-directive': {
    severity: 'error',
    reason: ({name}) =>
      `Unexpected text below \`.. ${name}::\`, expected an option or a blank line`,
  },
  'directive-argument': {
    severity: 'error',
    reason: ({name}) => `Unexpected \`.. ${name}::\` without an argument, expected one`,
  },
  'directive-option': {
    severity: 'error',
    reason: ({name, option}) =>
      `Unexpected option \`${option}\` of \`${name}\`, expected one of its own`,
  },
  'include-missing': {
    severity: 'error',
    reason: ({path}) => `Unexpected path \`${path}\`, expected a file`,
  },
  'include-refused': {
    severity: 'error',
    reason: ({path, why}) => `Unexpected path \`${path}\`, expected a readable file: ${why}`,
  },
  'include-circular': {
    severity: 'error',
    reason: ({path}) => `Unexpected include of \`${path}\` within itself, expected an end`,
  },
  'include-clip': {
    severity: 'error',
    reason: ({option, text}) => `Unexpected \`:${option}:\`, expected \`${text}\` in the file`,
  },
  'heading-depth': {
    severity: 'warning',
    reason: ({depth}) => `Unexpected heading of depth ${depth}, expected at most 6`,
    advice: () => 'The include stands too deep for the headings of its file',
  },
  'table-pipe': {
    severity: 'error',
    reason: ({name}) => `Unexpected \`|${name}|\` in a table, expected \`\\|${name}\\|\``,
    advice: ({row}) =>
      row === 'header'
        ? 'A pipe separates cells: the header has more of them than the line below it, so this is no table'
        : 'A pipe separates cells: the row has more of them than the header, and the last are lost',
  },
} satisfies Record<string, MarkdownRule>

interface MarkdownRule {
  severity: Severity
  reason: (values: Record<string, string>) => string
  advice?: (values: Record<string, string>) => string
}

export type MarkdownRuleId = keyof typeof markdownRules

/** Makes the message of a rule; nothing if the options switch it off. */
export function markdownMessage(
  id: MarkdownRuleId,
  values: Record<string, string>,
  at: {place: Place; includedFrom: Place[]; notes?: Note[]},
  severities: Readonly<Record<string, Severity>> = {},
): Message | undefined {
  const rule: MarkdownRule = markdownRules[id]
  const severity = severities[id] ?? rule.severity
  if (severity === 'off') return undefined
  const advice = rule.advice ? [{text: rule.advice(values)}] : []
  return {
    source: 'rst',
    ruleId: id,
    severity,
    reason: rule.reason(values),
    place: at.place,
    includedFrom: at.includedFrom,
    notes: [...(at.notes ?? []), ...advice],
  }
}
