import {rules as runbookRules} from '@handrail/runbook'
import {rules as rstRules} from '@handrail/rst'
import {pageOf} from './page-of.ts'

/** Every rule of the parser and of the lint for runbooks, each under a heading to link to. */
export function messagesPage(): string {
  return pageOf('Messages', 'Every rule, and what a message of it says.', [
    '## Of the parser',
    'A word in angle brackets stands for what the message is about.',
    ...Object.entries(rstRules).map(([id, rule]) => {
      const {severity, level, reason, advice} = rule as AnyRule
      const parts = [
        `### rst:${id}`,
        `${severity}; docutils’ level ${level}.`,
        quoted(reason(placeholders)),
        advice && quoted(advice(placeholders)),
      ]
      return parts.filter(Boolean).join('\n\n')
    }),
    '## Of runbooks',
    ...runbookRules.map(({id, severity, doc}) => `### runbook:${id}\n\n${severity}. ${doc}`),
  ])
}

interface AnyRule {
  severity: string
  level: number
  reason(values: Readonly<Record<string, string>>): string
  advice?(values: Readonly<Record<string, string>>): string
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
