import {directives, type Message, NearestName, type Place, sphinxDirectives} from '@handrail/rst'
import {type ProseLine, proseLines} from './prose-lines.ts'
import {checkMessage, type CheckRuleId, type Severities} from './rules.ts'

const names = new Set([...directives, ...sphinxDirectives].map(({name}) => name))

/** What a pattern found in a line. */
interface Finding {
  rule: CheckRuleId
  values: Record<string, string>
  start: number
  end: number
}

type Find = (text: string, names: ReadonlySet<string>) => Finding | undefined

/** What is looked for in each line of prose; the first that finds something has it. */
const finders: readonly Find[] = [withoutSpace, withOneColon, withinLine]

/**
 * Mistakes that show in the text of a file in RST, whichever page includes it.
 *
 * @param own names of directives beside those of docutils and Sphinx
 */
export function checkSource(
  file: string,
  text: string,
  severities: Severities = {},
  own: Iterable<string> = [],
): Message[] {
  const known = new Set([...names, ...own])
  const messages = proseLines(text).flatMap((line) => {
    const finding = first(line, known)
    if (!finding) return []
    const {rule, values, start, end} = finding
    return checkMessage(rule, values, {place: placeIn(file, line, start, end)}, severities)
  })
  return [...messages, ...tabs(file, text, severities)]
}

function first({text}: ProseLine, known: ReadonlySet<string>): Finding | undefined {
  if (!text.includes('..')) return undefined
  for (const find of finders) {
    const finding = find(text, known)
    if (finding) return finding
  }
  return undefined
}

/** `..note::` or `.. note::text`. */
function withoutSpace(text: string, known: ReadonlySet<string>): Finding | undefined {
  const match = /^(\s*)(\.\.([a-z][a-z-]*)::(?=\s|$)|\.\. ([a-z][a-z-]*)::(?=[^\s:]))/.exec(text)
  if (!match) return undefined
  const [, indent, written, glued, gluing] = match
  const name = nearestKnown((glued ?? gluing)!, known)
  if (name === undefined) return undefined
  return {rule: 'directive-space', values: {written: written!, name}, ...range(indent!, written!)}
}

/** `.. note:`. */
function withOneColon(text: string, known: ReadonlySet<string>): Finding | undefined {
  const match = /^(\s*)(\.\.\s([a-z][a-z-]*)\s?:)(?=\s|$)/.exec(text)
  if (!match || !known.has(match[3]!)) return undefined
  const [, indent, written, name] = match
  return {rule: 'directive-colon', values: {name: name!}, ...range(indent!, written!)}
}

/** `* text .. include:: x`. */
function withinLine(text: string, known: ReadonlySet<string>): Finding | undefined {
  const plain = text.replace(/``.*?``/g, (literal) => ' '.repeat(literal.length))
  const match = /^(.*\S\s+)(\.\. ?([a-z][a-z-]*)::)(?=\s|$)/.exec(plain)
  if (!match || !known.has(match[3]!) || mayPrecede(match[1]!)) return undefined
  return {rule: 'directive-midline', values: {name: match[3]!}, ...range(match[1]!, match[2]!)}
}

/** Whether a directive may follow: markers of lists, the border of a cell, `.. |name|`, a comment. */
function mayPrecede(before: string): boolean {
  const own = before.replace(/^(?:\s*(?:[-*+•]|\(?[\w#]+[.)])\s)+/, '').trim()
  return own === '' || own === '..' || own.startsWith('.. ') || /[|+]$/.test(own)
}

function range(before: string, written: string): {start: number; end: number} {
  return {start: before.length, end: before.length + written.length}
}

function nearestKnown(name: string, known: ReadonlySet<string>): string | undefined {
  return known.has(name) ? name : new NearestName(() => known).to(name)
}

function tabs(file: string, text: string, severities: Severities): Message[] {
  if (!text.includes('\t')) return []
  return text.split('\n').flatMap((line, index) => {
    const at = /^ *\t/.exec(line)?.[0].length
    if (at === undefined) return []
    const place = placeIn(file, {text: line, number: index + 1}, at - 1, at)
    return checkMessage('tab', {}, {place}, severities)
  })
}

function placeIn(file: string, {number}: ProseLine, start: number, end: number): Place {
  return {file, line: number, column: start + 1, endLine: number, endColumn: end + 1}
}
