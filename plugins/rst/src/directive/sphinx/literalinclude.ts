import type {Element, Node} from '../../tree.ts'
import {checkBudget} from '../budget.ts'
import {splitText} from '../clip.ts'
import {classes} from '../convert/class.ts'
import {encoding} from '../convert/encoding.ts'
import {integer} from '../convert/number.ts'
import {flag, path as pathOf, unchanged, unchangedRequired} from '../convert/text.ts'
import {repr} from '../../text/repr.ts'
import {expandTabs} from '../../text/source.ts'
import {failToRead} from '../read-file.ts'
import {directive, type DirectiveCall, type OptionValues, Refusal} from '../spec.ts'
import {lineIndices} from './line-spec.ts'
import {codeElement, dedent, emphasizeLines, optionalInteger, withCaption} from './literal.ts'

const options = {
  dedent: optionalInteger,
  linenos: flag,
  'lineno-start': integer,
  'lineno-match': flag,
  'tab-width': integer,
  language: unchangedRequired,
  force: flag,
  encoding,
  pyobject: unchangedRequired,
  lines: unchangedRequired,
  'start-after': unchangedRequired,
  'end-before': unchangedRequired,
  'start-at': unchangedRequired,
  'end-at': unchangedRequired,
  prepend: unchangedRequired,
  append: unchangedRequired,
  'emphasize-lines': unchangedRequired,
  caption: unchanged,
  class: classes,
  name: unchanged,
  diff: unchangedRequired,
}

type Options = OptionValues<typeof options>

/** Lines of a file, and the number of the first of them. */
interface Part {
  lines: string[]
  first: number
}

/** Options of which a directive may have one. */
const exclusive: [keyof Options, keyof Options][] = [
  ['lineno-match', 'lineno-start'],
  ['lineno-match', 'append'],
  ['lineno-match', 'prepend'],
  ['start-after', 'start-at'],
  ['end-before', 'end-at'],
]

export const literalinclude = directive({
  name: 'literalinclude',
  doc: 'A block of code from a file, or from a part of it.',
  arguments: {required: 1, whitespace: true},
  options,
  run(call) {
    if (!call.settings.file_insertion_enabled) {
      return call.fail('directive-disabled', {name: call.name})
    }
    const refused = checkOptions(call)
    if (refused) return refused
    const path = pathOf(call.arguments[0]!) as string
    const file = call.load(path, call.options.encoding)
    if ('refusal' in file) return failToRead(call, file)
    const problem = checkBudget(call, file.path, file.text)
    if (problem) return problem
    const width = call.options['tab-width']
    const text = width === undefined ? file.text : expandTabs(file.text, width)
    const part = takeLines({lines: splitText(text), first: 1}, call.options)
    if (part instanceof Refusal)
      return call.fail('line-numbers', {problem: part.reason, expected: part.expected})
    return blockOf(call, part, file.path)
  },
})

/** Options that contradict each other, or that would need a reader of another language. */
function checkOptions(call: DirectiveCall<Options>): Node[] | undefined {
  const {name, options} = call
  for (const option of ['pyobject', 'diff'] as const) {
    if (options[option] !== undefined) return call.fail('option-unsupported', {name, option})
  }
  for (const [option, other] of exclusive) {
    if (options[option] !== undefined && options[other] !== undefined) {
      return call.fail('options-exclusive', {option, other})
    }
  }
  return undefined
}

function takeLines(whole: Part, options: Options): Part | Refusal {
  const from = takeFrom(whole, options)
  const part = from instanceof Refusal ? from : takeUntil(from, options)
  return part instanceof Refusal ? part : takeListed(part, options.lines)
}

function takeFrom(part: Part, options: Options): Part | Refusal {
  const option = options['start-at'] === undefined ? 'start-after' : 'start-at'
  const pattern = options[option]
  if (!pattern) return part
  const index = part.lines.findIndex((line) => line.includes(pattern))
  if (index < 0)
    return new Refusal(`${option} pattern not found: ${pattern}`, 'a text that is in the file')
  const start = option === 'start-at' ? index : index + 1
  return {lines: part.lines.slice(start), first: part.first + start}
}

/** The line before which it ends may not be the first one; a later match counts then. */
function takeUntil(part: Part, options: Options): Part | Refusal {
  const option = options['end-at'] === undefined ? 'end-before' : 'end-at'
  const pattern = options[option]
  if (!pattern) return part
  const least = option === 'end-at' ? 0 : 1
  const index = part.lines.findIndex((line, at) => at >= least && line.includes(pattern))
  if (index < 0)
    return new Refusal(`${option} pattern not found: ${pattern}`, 'a text that is in the file')
  return {...part, lines: part.lines.slice(0, option === 'end-at' ? index + 1 : index)}
}

function takeListed(part: Part, spec: string | undefined): Part | Refusal {
  if (spec === undefined) return part
  const indices = lineIndices(spec, part.lines.length)
  if (indices instanceof Refusal) return indices
  const lines = indices.flatMap((index) => part.lines[index] ?? [])
  if (lines.length === 0) {
    return new Refusal(`Line spec ${repr(spec)}: no lines pulled`, 'lines that are in the file')
  }
  return {lines, first: part.first + indices[0]!}
}

function blockOf(call: DirectiveCall<Options>, part: Part, source: string): Node[] {
  const {language, caption, prepend, append, dedent: columns} = call.options
  const text = dedent(part.lines.join('\n'), columns)
  const lines = [...(prepend ? [prepend] : []), text, ...(append ? [append] : [])]
  const element: Element = codeElement(call, lines.join('\n'), language)
  element.attributes['source'] = source
  if (call.options['lineno-match']) {
    element.attributes['linenos'] = true
    element.data = {details: {linenostart: part.first}}
  }
  const total = lines.join('\n').split('\n').length
  const refusal = emphasizeLines(element, call.options['emphasize-lines'], total)
  if (refusal)
    return call.fail('line-numbers', {problem: refusal.reason, expected: refusal.expected})
  const title = caption === '' ? call.arguments[0] : caption
  const result = withCaption(call, element, title)
  call.addName(result)
  return [result]
}
