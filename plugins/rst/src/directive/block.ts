import {fieldMarker} from '../block/field-marker.ts'
import {type Line, Lines} from '../text/line.ts'
import {repr} from '../text/repr.ts'
import {isBlank, leadingSpace, trim, trimStart, words} from '../text/whitespace.ts'
import {BlockRefusal, type DirectiveSpec, type OptionSpec, Refusal} from './spec.ts'

/** The parts of a directive's block. */
export interface DirectiveBlock {
  arguments: string[]
  options: Record<string, unknown>
  content: Lines
}

/** Which parts a directive has. */
export type Shape = Pick<DirectiveSpec, 'arguments' | 'options' | 'content'>

/** The text of an option's name, in which there may be inline markup, perhaps with errors. */
export interface OptionName {
  text: string
  isSound: boolean
}

export type ReadName = (name: string) => OptionName

/**
 * Takes a directive's block apart: arguments, then options, then, after a blank line, content.
 * What a directive has no arguments for is content from the start. The refusal is docutils' text.
 */
export function readBlock(
  block: Lines,
  shape: Shape,
  readName: ReadName,
): DirectiveBlock | BlockRefusal {
  const {head, content} = splitBlock(trimmed(block), shape)
  const optionsAt = hasOptions(shape) ? firstField(head) : head.length
  const isBare = optionsAt === head.length
  const options = isBare ? {} : readOptions(head.slice(optionsAt), shape.options ?? {}, readName)
  if (options instanceof BlockRefusal) return options
  const first = isBare ? head : head.slice(0, optionsAt)
  if (first.length > 0 && !hasArguments(shape)) {
    const all = new Lines(
      [...first.lines, ...rest(trimmed(block), head.length)],
      first.offset,
      true,
    )
    return withContent([], options, all, shape)
  }
  const given = readArguments(first, shape)
  if (given instanceof BlockRefusal) return given
  return withContent(given, options, content, shape)
}

function withContent(
  given: string[],
  options: Record<string, unknown>,
  content: Lines,
  shape: Shape,
): DirectiveBlock | BlockRefusal {
  const top = content.lines.findIndex((line) => !isBlank(line.text))
  const body = top > 0 ? content.slice(top) : content
  if (body.length > 0 && !shape.content) {
    const sentence = {subject: 'content', expected: 'none'}
    return new BlockRefusal('content-unexpected', 'no content permitted', sentence, body.lines[0])
  }
  return {arguments: given, options, content: body}
}

function hasArguments({arguments: given}: Shape): boolean {
  return Boolean(given?.required || given?.optional)
}

function hasOptions({options}: Shape): boolean {
  return options !== undefined && Object.keys(options).length > 0
}

/** The block without a blank first line and without blank lines at the end. */
function trimmed(block: Lines): Lines {
  let end = block.length
  const start = end > 0 && isBlank(block.lines[0]!.text) ? 1 : 0
  while (end > start && isBlank(block.lines[end - 1]!.text)) end--
  return start > 0 || end < block.length ? block.slice(start, end) : block
}

/** Arguments and options end at the first blank line. */
function splitBlock(block: Lines, shape: Shape): {head: Lines; content: Lines} {
  if (!hasArguments(shape) && !hasOptions(shape)) return {head: block.slice(0, 0), content: block}
  const blank = block.lines.findIndex((line) => isBlank(line.text))
  const end = blank < 0 ? block.length : blank
  const head = end < block.length ? block.slice(0, end) : block
  return {head, content: block.slice(end + 1)}
}

function rest(block: Lines, from: number): Lines['lines'] {
  return block.lines.slice(from)
}

function firstField(head: Lines): number {
  const at = head.lines.findIndex((line) => fieldMarker(line.text) !== undefined)
  return at < 0 ? head.length : at
}

function readArguments(lines: Lines, {arguments: spec}: Shape): string[] | BlockRefusal {
  const text = lines.toString()
  const given = words(text)
  const required = spec?.required ?? 0
  const most = required + (spec?.optional ?? 0)
  if (given.length < required) {
    const problem = `${required} argument(s) required, ${given.length} supplied`
    const sentence = {subject: 'end of the arguments', expected: String(required)}
    return new BlockRefusal('arguments-missing', problem, sentence)
  }
  if (given.length <= most) return given
  if (!spec?.whitespace) {
    const problem = `maximum ${most} argument(s) allowed, ${given.length} supplied`
    const sentence = {subject: `argument \`${given[most]!}\``, expected: `at most ${most}`}
    return new BlockRefusal('arguments-many', problem, sentence)
  }
  return splitWords(text, most)
}

/** The first words of a text, and all the rest as the last. */
function splitWords(text: string, count: number): string[] {
  const parts: string[] = []
  let left = trimStart(text)
  while (parts.length < count - 1) {
    const [word] = words(left)
    parts.push(word!)
    left = trimStart(left.slice(word!.length))
  }
  return [...parts, left]
}

/** Reads a field list of options and converts their values. */
function readOptions(
  lines: Lines,
  spec: OptionSpec,
  readName: ReadName,
): Record<string, unknown> | BlockRefusal {
  const fields: Field[] = []
  for (let at = 0; at < lines.length;) {
    const marker = fieldMarker(lines.lines[at]!.text)
    if (!marker) {
      const sentence = {subject: 'line among the options', expected: '`:option: value`'}
      return new BlockRefusal('option-block', 'invalid option block', sentence, lines.lines[at])
    }
    const end = fieldEnd(lines, at)
    const name = readName(marker.name)
    fields.push({name, value: fieldValue(lines, at, end, marker.end), line: lines.lines[at]!})
    at = end
  }
  return checkNames(fields) ?? convert(fields, spec)
}

interface Field {
  name: OptionName
  value: string | undefined
  line: Line
}

function checkNames(fields: readonly Field[]): BlockRefusal | undefined {
  for (const {name, line} of fields) {
    const problem = nameProblem(name)
    if (!problem) continue
    const data = `invalid option data: extension option field ${problem}`
    const sentence = {subject: `name of an option \`${name.text}\``, expected: 'one word'}
    return new BlockRefusal('option-name', data, sentence, line)
  }
  return undefined
}

function nameProblem({text, isSound}: OptionName): string | undefined {
  if (words(text).length !== 1) return 'name may not contain multiple words'
  if (isSound) return undefined
  return `body may contain\na single paragraph only (option "${text.toLowerCase()}")`
}

function fieldEnd(lines: Lines, start: number): number {
  let end = start + 1
  while (end < lines.length && lines.lines[end]!.text.startsWith(' ')) end++
  return end
}

/** The text of a field without the indentation its further lines share. */
function fieldValue(lines: Lines, start: number, end: number, marker: number): string | undefined {
  const further = lines.lines.slice(start + 1, end).map((line) => line.text)
  const indent = further.reduce((least, text) => Math.min(least, leadingSpace(text)), Infinity)
  const texts = [
    lines.lines[start]!.text.slice(marker),
    ...further.map((text) => text.slice(indent)),
  ]
  return texts.filter((text) => trim(text) !== '').join('\n') || undefined
}

function convert(
  fields: readonly Field[],
  spec: OptionSpec,
): Record<string, unknown> | BlockRefusal {
  const options: Record<string, unknown> = {}
  for (const {name: written, value, line} of fields) {
    const name = written.text.toLowerCase()
    const converter = Object.hasOwn(spec, name) ? spec[name] : undefined
    if (!converter) {
      const sentence = {subject: `option \`${name}\``, expected: namesOf(spec)}
      return new BlockRefusal('option-unknown', `unknown option: "${name}"`, sentence, line)
    }
    if (Object.hasOwn(options, name)) {
      const problem = `invalid option data: duplicate option "${name}"`
      const sentence = {subject: `second option \`${name}\``, expected: 'one'}
      return new BlockRefusal('option-duplicate', problem, sentence, line)
    }
    const converted = converter(value)
    if (converted instanceof Refusal) return refuseValue(name, value, converted, line)
    options[name] = converted
  }
  return options
}

function refuseValue(
  name: string,
  value: string | undefined,
  {reason, expected}: Refusal,
  line: Line,
): BlockRefusal {
  const problem = `invalid option value: (option: "${name}"; value: ${repr(value)})\n${reason}`
  const found = value === undefined ? 'lack of a value' : `value \`${value}\``
  const sentence = {subject: `${found} for option \`${name}\``, expected}
  return new BlockRefusal('option-value', problem, sentence, line)
}

/** The options there are, as a sentence lists them. */
function namesOf(spec: OptionSpec): string {
  const names = Object.keys(spec).map((name) => `\`${name}\``)
  return names.length === 1 ? names[0]! : `${names.slice(0, -1).join(', ')} or ${names.at(-1)!}`
}
