import type {Answer} from '../machine/state.ts'
import type {ParsedLink} from './session-link.ts'

const longest = 32_768
const mostParts = 1_000

/**
 * Reads the fragment of an address, with or without its `#`. It is untrusted: whatever cannot be
 * read is left out and named among the problems, and what can be is checked again by `replay`.
 *
 * A session begins where its first answer was given; without answers, at the step of the link.
 */
export function parseLink(fragment: string): ParsedLink {
  const problems: string[] = []
  const text = fragment.replace(/^#/, '')
  if (text.length > longest) {
    return {given: {}, answers: [], problems: [`The link is longer than ${longest} characters`]}
  }
  const [address = '', query = ''] = splitOnce(text, '?')
  const fields = readFields(query, problems)
  const step = decode(address, problems)
  const version = fields.get('v')?.[0]
  const answers = (fields.get('a') ?? []).flatMap((part) => readAnswer(part, problems))
  const begins = answers[0]?.step ?? step
  const given = {
    hosts: readPairs(fields.get('h'), problems),
    roles: readPairs(fields.get('r'), problems),
    values: readPairs(fields.get('s'), problems),
    ...(begins && {step: begins}),
  }
  return {
    ...(step && {step}),
    ...(version && {version: decode(version, problems)}),
    given,
    answers,
    problems,
  }
}

function readFields(query: string, problems: string[]): Map<string, string[]> {
  const fields = new Map<string, string[]>()
  for (const field of query.split('&').filter((part) => part !== '')) {
    const [name = '', value = ''] = splitOnce(field, '=')
    if (!['v', 'h', 'r', 's', 'a'].includes(name)) {
      problems.push(`\`${shorten(name)}\` is no field of a link`)
      continue
    }
    const parts = value.split('~').filter((part) => part !== '')
    fields.set(name, [...(fields.get(name) ?? []), ...parts].slice(0, mostParts))
  }
  return fields
}

function readPairs(parts: readonly string[] = [], problems: string[]): Record<string, string> {
  const pairs = parts.flatMap((part) => {
    const [name, value] = splitOnce(part, ':').map((text) => decode(text, problems))
    if (name && value) return [[name, value] as const]
    problems.push(`\`${shorten(part)}\` is not \`NAME:VALUE\``)
    return []
  })
  return Object.fromEntries(pairs)
}

function readAnswer(part: string, problems: string[]): Answer[] {
  const [step = '', choice = '', ...rest] = part.split('.')
  if (step === '' || choice === '') {
    problems.push(`\`${shorten(part)}\` is not \`STEP.CHOICE\``)
    return []
  }
  const time = rest.find((one) => /^\d{1,9}s$/.test(one))
  const bound = rest.filter((one) => one !== time)
  return [
    {
      step: decode(step, problems),
      choice: decode(choice, problems),
      ...(bound.length > 0 && {roles: readPairs(bound, problems)}),
      ...(time && {waited: Number(time.slice(0, -1))}),
    },
  ]
}

function splitOnce(text: string, separator: string): string[] {
  const at = text.indexOf(separator)
  return at === -1 ? [text] : [text.slice(0, at), text.slice(at + separator.length)]
}

function decode(text: string, problems: string[]): string {
  try {
    return decodeURIComponent(text)
  } catch {
    problems.push(`\`${shorten(text)}\` is not percent-encoded text`)
    return text
  }
}

function shorten(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text
}
