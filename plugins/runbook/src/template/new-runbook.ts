import type {SystemVocabulary} from '../model/system-model.ts'

/** What is known of a runbook before it is written. */
export interface NewRunbook {
  /** Base name of its file; its title is made of it. */
  readonly name: string
  /** ISO date of today. */
  readonly date: string
  readonly owner: string
  /** The system it is for: its hosts, and a first question it can answer. */
  readonly vocabulary: Pick<SystemVocabulary, 'hosts' | 'keys'>
}

/** The Markdown of a small complete runbook, which lints clean: a place to begin. */
export function newRunbook({name, date, owner, vocabulary}: NewRunbook): string {
  const hosts = vocabulary.hosts.join(', ')
  const key = vocabulary.keys.find(({of, shownBy}) => of === 'host' && shownBy.length > 0)
  const [good = 'yes', bad = 'no'] = key?.values ?? []
  const shown = key ? `${key.key}=${good}` : 'reach=yes'
  return `---
runbook: ${name}
hosts: [${hosts}]
covers: ['one: ${key?.key ?? 'reach'}=${bad}']
time: 5 minutes
needs: [a shell on both hosts]
owner: ${JSON.stringify(owner)}
reviewed: ${date}
---

# ${titleOf(name)}

Say here when to use it: what somebody sees who needs this page.

## What do both hosts show?

Run this on each host and keep the output. It changes nothing.

\`\`\`sh on=each effect=read
${key?.shownBy[0] ?? 'hostname'}
\`\`\`

- \`both: ${shown}\` Both are as they should be → [Done: nothing is wrong](#done-nothing-is-wrong)
- \`else\` Anything else → [Escalate: not covered yet](#escalate-not-covered-yet)

## Done: nothing is wrong

Say whom to tell.

## Escalate: not covered yet

Say whom to call, and what to hand over: the log of this page, and the output of both hosts.
`
}

/** `disk-full` becomes `Disk full`. */
function titleOf(name: string): string {
  const words = name.replaceAll(/[-_]+/g, ' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}
