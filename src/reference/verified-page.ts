import {properties} from '@handrail/runbook/check'
import {
  type Escalation,
  type Verification,
  type VerifiedRunbook,
  type WhyUntaken,
  parseVerification,
} from '@handrail/runbook/verified'
import {pageOf} from './page-of.ts'

/** What `handrail verify` found about each runbook, from the file that it keeps. */
export function verifiedPage(file: string): string {
  const found = parseVerification(file)
  if (!found) throw new Error('Unexpected content of verified.json, expected what verify wrote')
  return pageOf('Advice proven against the cluster', 'What the model of the cluster says.', [
    introduction(found),
    '## Properties',
    ...properties.map(({id, title, doc}) => `- **${id}, ${title}.** ${doc}`),
    '## All runbooks',
    [
      '| runbook | states | steps followed | does not hold | ends in Escalate |',
      '| --- | ---: | ---: | --- | ---: |',
      ...found.runbooks.map(row),
    ].join('\n'),
    knownDangers,
    ...found.runbooks.flatMap(section),
  ])
}

function introduction({system, faults, states, undecided}: Verification): string {
  return `Every runbook was followed with honest answers through the model “${system}”, from each of the ${count(states)} states that up to ${faults} faults lead to (two states that differ only in which host is which are one) and that the runbook covers, by every way that reality leaves open, with the split-brain policies that Chef ships and with \`disconnect\`. For ${undecided === 0 ? 'each' : `all but ${undecided}`} of them it was decided whether operators could restore the service. \`handrail verify\` does it again.`
}

const knownDangers = `## Known dangers of the plain configuration

These need no runbook and no mistake. With the split-brain policies that Chef ships, the shortest ways are:

| what happens | shortest way |
| --- | --- |
| both hosts serve | both networks fail |
| both hosts carry the virtual IP address | the heartbeat network fails |
| stale data is served | the replication network fails; be1 loses power |
| acknowledged writes are destroyed, and no mail is sent | both networks fail; both come back |
| the same, where a boot does not wait for its peer | be1 loses power; be2 loses power; be1 boots; be2 boots |

With the policies set to \`disconnect\` the last two keep all data and send mail: see [the safer policies](../../server/split-brain-policies.rst).`

function row({runbook, states, transitions, broken, ends}: VerifiedRunbook): string {
  const not = [...new Set(broken.map(({property}) => property))].join(' ') || 'nothing'
  const cells = [
    `[${runbook}](#${runbook})`,
    count(states),
    count(transitions),
    not,
    share(ends.escalate, states),
  ]
  return `| ${cells.join(' | ')} |`
}

function section(report: VerifiedRunbook): string[] {
  const {runbook, states, settings, transitions, held, ends, mayEscalate} = report
  return [
    `## ${runbook}`,
    `[The runbook](../../runbooks/${runbook}.md) was started in ${count(states)} states of ${settings} ${settings === 1 ? 'setting' : 'settings'}; ${count(transitions)} steps were followed. It holds ${held.join(', ')}. \`Done:\` can be reached from ${share(ends.done, states)} of the states, \`Serving:\` from ${share(ends.serving, states)}; ${share(ends.escalate, states)} can end in \`Escalate:\` without anybody deciding so, ${share(mayEscalate, states)} more by decision.`,
    ...report.broken.map(({property, reason, story}) => {
      return `**${property} does not hold.** ${reason}\n\n${block(story)}`
    }),
    ...report.escalating.map(escalation),
    ...neverReached(report),
    ...(report.unproven.length === 0
      ? []
      : [`The model cannot hold:\n\n${report.unproven.map((claim) => `- ${claim}`).join('\n')}`]),
  ]
}

function escalation({outcomes, always, states, after}: Escalation): string {
  const links = outcomes.map((id) => {
    const [runbook = '', step = ''] = id.split('#')
    return `[${step.replaceAll('-', ' ')}](../../runbooks/${runbook}.md#${step})`
  })
  const how = always ? 'always end in' : 'may end, as it goes, in'
  return `${count(states)} states ${how} ${links.join(' or ')}: those after\n\n${block(after)}`
}

const whyUntaken: Readonly<Record<WhyUntaken, string>> = {
  refusal: 'in the model nothing is refused or fails there',
  'not-covered': 'the runbook is not for those states; for who opened it too early',
  else: 'in the model nothing else is seen there',
  'not-seen': 'no state within these faults, as it is at that step, shows it',
}

/** What is written for cases the model does not bring about, by the reason. */
function neverReached({runbook, unreached, untaken}: VerifiedRunbook): string[] {
  const linkTo = (step: string) =>
    `[${step.replaceAll('-', ' ')}](../../runbooks/${runbook}.md#${step})`
  const choices = Object.entries(whyUntaken).flatMap(([why, words]) => {
    const those = untaken.filter((one) => one.why === why)
    const named = those.map(({step, choice}) => `${linkTo(step)}: ${choice.replaceAll('-', ' ')}`)
    return nested(words, named)
  })
  const lines = [...choices, ...nested('steps behind those', unreached.map(linkTo))]
  if (lines.length === 0) return []
  return [`Not proven, as nothing in the model leads there:\n\n${lines.join('\n')}`]
}

const nested = (words: string, items: readonly string[]): string[] =>
  items.length === 0 ? [] : [`- ${words}`, ...items.map((item) => `  - ${item}`)]

const block = (lines: readonly string[]): string => `\`\`\`\`text\n${lines.join('\n')}\n\`\`\`\``

const count = (number: number): string => number.toLocaleString('en')

const share = (part: number, whole: number): string =>
  whole === 0 ? '–' : `${((100 * part) / whole).toFixed(1)} %`
