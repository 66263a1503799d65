import {checkRules} from '@handrail/check'
import {rules as handbookRules} from '@handrail/handbook'
import {rules as runbookRules} from '@handrail/runbook'
import {rules as rstRules} from '@handrail/rst'
import {markdownRules} from 'remark-rst'
import {pageOf} from './page-of.ts'

/** Every rule, each under a heading to link to: of the parser, the check, runbooks and the handbook. */
export function messagesPage(): string {
  return pageOf('Messages', 'Every rule, and what a message of it says.', [
    'A word in angle brackets stands for what the message is about. The severity of each, but for those of the handbook, can be set by its name: see the option `severities`.',
    '## Of the parser',
    ...ruleParts(rstRules),
    '## Of includes and directives in Markdown',
    ...ruleParts(markdownRules),
    '## Of the check of a whole site',
    ...ruleParts(checkRules),
    '## Of runbooks',
    ...runbookRules.map(({id, severity, doc}) => `### runbook:${id}\n\n${severity}. ${doc}`),
    '## Of the handbook',
    'What print reveals. The book is made all the same.',
    ...Object.values(handbookRules).map(
      ({id, severity, doc}) => `### handbook:${id}\n\n${severity}. ${doc}`,
    ),
  ])
}

type Values = Readonly<Record<string, string>>

interface AnyRule {
  severity: string
  /** docutils' level, where docutils has the message too. */
  level?: number
  doc?: string
  reason(values: Values): string
  advice?(values: Values): string
}

function ruleParts(rules: object): string[] {
  return Object.entries(rules as Record<string, AnyRule>).map(([id, rule]) => {
    const {severity, level, doc, reason, advice} = rule
    const parts = [
      `### rst:${id}`,
      level === undefined ? `${severity}.` : `${severity}; docutils’ level ${level}.`,
      doc,
      quoted(reason(placeholders)),
      advice && quoted(advice(placeholders)),
    ]
    return parts.filter(Boolean).join('\n\n')
  })
}

/** Values for a sentence that name themselves: `⟨path⟩`. */
const placeholders = new Proxy<Record<string, string>>(
  {},
  {get: (_target, name) => `⟨${String(name)}⟩`},
)

/** Text in a block of code: nothing in it is markup of the page. */
function quoted(text: string): string {
  return `\`\`\`\`text\n${text}\n\`\`\`\``
}
