import {Line, Origin} from '../text/line.ts'
import {expandTabs, Source, splitLines, toLines} from '../text/source.ts'
import {Element, type Node, Text} from '../tree.ts'
import {clip, type Clip, clipKey, splitText} from './clip.ts'
import {codeBlock} from './code-block.ts'
import {classes} from './convert/class.ts'
import {encoding} from './convert/encoding.ts'
import {integer} from './convert/number.ts'
import {parserName} from './convert/parser-name.ts'
import {flag, path as pathOf, unchanged, unchangedRequired} from './convert/text.ts'
import {numberedLines} from './numbered-lines.ts'
import {chainText, origins} from './chain.ts'
import {checkBudget} from './budget.ts'
import {failToRead} from './read-file.ts'
import {
  type Converter,
  directive,
  type DirectiveCall,
  type LoadedFile,
  type OptionValues,
} from './spec.ts'
import {standardFile} from './standard-file.ts'

/** The first line's number; `null` if the option has no value. */
const firstNumber: Converter<number | null> = (text) => (text === undefined ? null : integer(text))

const options = {
  literal: flag,
  code: unchanged,
  encoding,
  parser: parserName,
  'tab-width': integer,
  'start-line': integer,
  'end-line': integer,
  'start-after': unchangedRequired,
  'end-before': unchangedRequired,
  'number-lines': firstNumber,
  class: classes,
  name: unchanged,
}

type IncludeCall = DirectiveCall<OptionValues<typeof options>>
type ReadFile = Extract<LoadedFile, {text: string}>

/**
 * A file, or a part of it, in place of the directive: as text that is parsed on in the midst of
 * the text around it, as literal text or as code.
 */
export const include = directive({
  name: 'include',
  doc: 'Reads another file in place of the directive.',
  arguments: {required: 1, whitespace: true},
  options,
  run(call) {
    if (!call.settings.file_insertion_enabled) {
      return call.fail('directive-disabled', {name: call.name})
    }
    const path = pathOf(call.arguments[0]!) as string
    const file = standardFile(path) ?? call.load(path, call.options.encoding)
    if ('refusal' in file) return failToRead(call, file)
    const part = clip(file.text, call.options)
    if (typeof part === 'string') return call.fail('include-text', {name: call.name, option: part})
    const problem = checkBudget(call, file.path, part.text)
    if (problem) return problem
    if (call.options.literal) return literalBlock(call, file, part)
    if (call.options.code !== undefined) return code(call, file.path, part)
    return call.options.parser === 'null' ? [] : insert(call, file, part)
  },
})

function literalBlock(call: IncludeCall, file: ReadFile, part: Clip): Node[] {
  const text = untabbed(call, part.text)
  const number = call.options['number-lines']
  const origin = new Origin(sourceOf(file), {line: call.line})
  const line = new Line('', origin, (call.options['start-line'] ?? 0) + 1)
  const element = new Element('literal_block', {source: file.path}, [], line)
  if (call.options.class) element.attributes.classes = call.options.class
  call.addName(element)
  if (number === undefined) element.children.push(new Text(text))
  else {
    const first = number || 1
    const lines = text.replace(/\n$/, '')
    element.children = numberedLines(lines, first, first + splitText(lines).length)
  }
  return [element]
}

function code(call: IncludeCall, source: string, part: Clip): Node[] {
  const number = call.options['number-lines']
  const element = codeBlock({
    text: untabbed(call, part.text).replace(/\n$/, ''),
    language: call.options.code,
    classes: call.options.class,
    firstNumber: number === undefined ? undefined : number || 1,
    lineCount: 1,
  })
  element.attributes['source'] = source
  call.addName(element)
  return [element]
}

function untabbed(call: IncludeCall, text: string): string {
  const width = call.options['tab-width'] ?? call.settings.tab_width
  return width < 0 || !text.includes('\t') ? text : expandTabs(text, width)
}

/** Has the part parsed in place of the directive, unless that would go on for too long. */
function insert(call: IncludeCall, file: ReadFile, part: Clip): Node[] {
  const {options, line} = call
  const key = clipKey(options)
  const apart = options.parser === 'rst'
  const origin = new Origin(sourceOf(file), {line, part: key, skipped: part.skipped, apart})
  const width = apart ? undefined : options['tab-width']
  const lines = linesOf(origin, part, width ?? call.settings.tab_width)
  if (apart) return call.parseApart(lines)
  const refused = checkLength(call, file.path, lines) ?? checkCircle(call, file.path, key)
  if (refused) return refused
  call.insertLines(lines, file.path)
  return []
}

/** The texts of files that were read once and may be included again. */
const sources = new WeakMap<ReadFile, Source>()

function sourceOf(file: ReadFile): Source {
  let source = sources.get(file)
  if (!source) sources.set(file, (source = new Source(file.path, file.text)))
  return source
}

function linesOf(origin: Origin, part: Clip, tabWidth: number): Line[] {
  const {source} = origin
  if (part.text === source.text && tabWidth === 8) return toLines(source.lines, origin)
  const lines = toLines(splitLines(part.text, tabWidth), origin, part.skipped + 1)
  const [first] = lines
  if (first && part.column > 0) lines[0] = new Line(first.text, origin, first.number, part.column)
  return lines
}

function checkLength(call: IncludeCall, path: string, lines: readonly Line[]): Node[] | undefined {
  const limit = call.settings.line_length_limit
  const long = lines.findIndex(({text}) => text.length > limit && [...text].length > limit)
  if (long < 0) return undefined
  const first = call.options['start-line'] ?? 0
  return call.fail('include-long-line', {path, line: long + 1 + first})
}

function checkCircle(call: IncludeCall, path: string, part: string): Node[] | undefined {
  const chain = logOf(call.line.origin)
  if (!chain.some((origin) => origin.source.path === path && origin.part === part)) return undefined
  const paths = chain.map(({source}) => source.path)
  return call.fail('include-circular', {name: call.name, chain: chainText([path, ...paths])})
}

/**
 * The readings that docutils knows of: those that are parsed apart are not entered in its log,
 * which starts with the text in which an include is first parsed in place.
 */
function logOf(origin: Origin): Origin[] {
  const chain = origins(origin)
  let base = chain.length - 1
  while (base > 0 && chain[base - 1]!.apart) base--
  return [...chain.slice(0, base).filter(({apart}) => !apart), chain[base]!]
}
