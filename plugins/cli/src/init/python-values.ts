import {join, normalize, dirname} from 'node:path'
import {type PythonToken, pythonTokens} from './python-tokens.ts'

/** A file that was opened, or a path of `pathlib`. */
interface PythonPath {
  path: string
}

/** What can be known without running Python. */
export type PythonValue =
  string | number | boolean | null | PythonPath | PythonValue[] | {[key: string]: PythonValue}

/** Reads a file beside the one that is read; throws if there is none. */
export type ReadBeside = (path: string) => string

export interface PythonAssignments {
  values: Map<string, PythonValue>
  /** Names whose value needs Python, be it to know which branch is taken, with their lines. */
  unread: Map<string, number>
}

/** Thrown where a value would need Python. */
class NeedsPython extends Error {}

/**
 * The values that a Python file gives to names at its top level, as far as they follow from the
 * text: literals, sums of them, names given before, files that are opened and read, joined paths.
 * Nothing is run.
 */
export function pythonAssignments(source: string, read: ReadBeside): PythonAssignments {
  const result: PythonAssignments = {values: new Map(), unread: new Map()}
  let depth = 0
  let isOpening = false
  let isLocal = false
  for (const statement of statements(pythonTokens(source))) {
    const {indent, text} = statement[0]!
    if (isOpening || indent === 0) depth = indent
    if (indent === 0) isLocal = /^(?:async|class|def)$/.test(text)
    if (indent === depth) {
      isOpening = opensFile(statement, result, read)
      if (!isOpening) assign(statement, result, read)
    } else if (!isLocal) passOver(statement, result)
  }
  return result
}

function statements(tokens: readonly PythonToken[]): PythonToken[][] {
  const lines: PythonToken[][] = [[]]
  for (const token of tokens) {
    if (token.kind === 'newline' || token.text === ';') lines.push([])
    else lines.at(-1)!.push(token)
  }
  return lines.filter(({length}) => length > 0)
}

/** `with open(…) as name:`; the lines below it are read like those at the top level. */
function opensFile(
  statement: readonly PythonToken[],
  result: PythonAssignments,
  read: ReadBeside,
): boolean {
  const [first, ...rest] = statement
  const as = rest.findIndex(({text}) => text === 'as')
  const name = rest[as + 1]?.text
  if (first!.text !== 'with' || as < 0 || !name) return false
  const value = valueOf(rest.slice(0, as), result.values, read)
  if (value !== undefined) result.values.set(name, value)
  return true
}

function assign(
  [name, sign, ...rest]: readonly PythonToken[],
  {values, unread}: PythonAssignments,
  read: ReadBeside,
): void {
  if (!isAssignment(name, sign)) return
  const value = valueOf(rest, values, read)
  const before = sign!.text === '=' ? undefined : values.get(name.text)
  const sum = sign!.text === '=' ? value : plus(before, value)
  if (sum === undefined) unread.set(name.text, name.line)
  else {
    values.set(name.text, sum)
    unread.delete(name.text)
  }
}

/** An assignment that may be made or not: its name needs Python, unless it has a value already. */
function passOver([name, sign]: readonly PythonToken[], {values, unread}: PythonAssignments): void {
  if (!isAssignment(name, sign) || values.has(name.text) || unread.has(name.text)) return
  unread.set(name.text, name.line)
}

function isAssignment(
  name: PythonToken | undefined,
  sign: PythonToken | undefined,
): name is PythonToken {
  return name?.kind === 'name' && (sign?.text === '=' || sign?.text === '+=')
}

function plus(a: PythonValue | undefined, b: PythonValue | undefined): PythonValue | undefined {
  if (typeof a === 'string' && typeof b === 'string') return a + b
  if (typeof a === 'number' && typeof b === 'number') return a + b
  return Array.isArray(a) && Array.isArray(b) ? [...a, ...b] : undefined
}

function valueOf(
  tokens: readonly PythonToken[],
  names: ReadonlyMap<string, PythonValue>,
  read: ReadBeside,
): PythonValue | undefined {
  try {
    const reader = new ExpressionReader(tokens, names, read)
    return reader.whole()
  } catch (error) {
    if (error instanceof NeedsPython) return undefined
    throw error
  }
}

/** Functions and methods whose result follows from their arguments. */
const functions: Record<string, (args: PythonValue[], read: ReadBeside) => PythonValue> = {
  open: ([path]) => ({path: pathOf(path)}),
  Path: ([path]) => ({path: pathOf(path)}),
  'os.path.join': (args) => args.map(pathOf).reduce((a, b) => join(a, b)),
  'os.path.abspath': ([path]) => pathOf(path),
  'os.path.realpath': ([path]) => pathOf(path),
  'os.path.dirname': ([path]) => dirname(pathOf(path)),
  str: ([value]) => (typeof value === 'object' ? pathOf(value) : String(value)),
}
const methods: Record<string, (self: PythonValue, args: PythonValue[]) => PythonValue> = {
  resolve: (self) => self,
  strip: (self) => text(self).trim(),
  lstrip: (self) => text(self).trimStart(),
  rstrip: (self) => text(self).trimEnd(),
  lower: (self) => text(self).toLowerCase(),
  join: (self, [list]) => items(list).map(text).join(text(self)),
  format: (self, args) => format(text(self), args),
}
const readers = new Set(['read', 'read_text', 'readlines'])

function text(value: PythonValue | undefined): string {
  if (typeof value === 'string' || typeof value === 'number') return String(value)
  throw new NeedsPython()
}

function items(value: PythonValue | undefined): PythonValue[] {
  if (Array.isArray(value)) return value
  throw new NeedsPython()
}

function pathOf(value: PythonValue | undefined): string {
  if (isPath(value)) return value.path
  return normalize(text(value))
}

function isPath(value: PythonValue | undefined): value is PythonPath {
  return typeof value === 'object' && value !== null && 'path' in value
}

function format(pattern: string, args: readonly PythonValue[]): string {
  let next = 0
  return pattern.replace(/\{(\d*)\}/g, (_, index: string) =>
    text(args[index === '' ? next++ : Number(index)]),
  )
}

/** Reads one expression. Each method stands for a level of Python's grammar. */
class ExpressionReader {
  private at = 0
  private readonly tokens: readonly PythonToken[]
  private readonly names: ReadonlyMap<string, PythonValue>
  private readonly read: ReadBeside

  constructor(
    tokens: readonly PythonToken[],
    names: ReadonlyMap<string, PythonValue>,
    read: ReadBeside,
  ) {
    this.tokens = tokens
    this.names = names
    this.read = read
  }

  whole(): PythonValue {
    const first = this.sum()
    if (this.peek() === ',') {
      this.at++
      return [first, ...this.list('')]
    }
    if (this.at < this.tokens.length) throw new NeedsPython()
    return first
  }

  private sum(): PythonValue {
    let value = this.primary()
    while (this.peek() === '+' || this.peek() === '/') {
      const sign = this.next()
      const right = this.primary()
      const result = sign === '+' ? plus(value, right) : below(value, right)
      if (result === undefined) throw new NeedsPython()
      value = result
    }
    return value
  }

  private primary(): PythonValue {
    let value = this.atom()
    while (this.peek() === '.' || this.peek() === '[') {
      if (this.next() === '[') value = element(value, this.list(']'))
      else value = this.attribute(value, this.next())
    }
    return value
  }

  private attribute(self: PythonValue, name: string): PythonValue {
    if (name === 'parent') return {path: dirname(pathOf(self))}
    if (this.peek() !== '(') throw new NeedsPython()
    this.next()
    const args = this.list(')')
    if (readers.has(name) && isPath(self)) return this.contentOf(self.path, name)
    const method = Object.hasOwn(methods, name) ? methods[name] : undefined
    if (!method) throw new NeedsPython()
    return method(self, args)
  }

  private contentOf(path: string, method: string): PythonValue {
    try {
      const content = this.read(path)
      return method === 'readlines' ? content.split(/(?<=\n)/) : content
    } catch {
      throw new NeedsPython()
    }
  }

  private atom(): PythonValue {
    const token = this.tokens[this.at]
    if (!token) throw new NeedsPython()
    if (token.kind === 'string') return this.strings()
    this.at++
    if (token.kind === 'number') return Number(token.text.replaceAll('_', ''))
    if (token.kind === 'name') return this.name(token.text)
    if (token.text === '-') return -Number(this.primary())
    if (token.text === '[') return this.list(']')
    if (token.text === '(') return this.parenthesized()
    if (token.text === '{') return this.record()
    throw new NeedsPython()
  }

  private parenthesized(): PythonValue {
    const from = this.at
    const values = this.list(')')
    const isTuple = this.tokens.slice(from, this.at).some(({text}) => text === ',')
    return isTuple || values.length !== 1 ? values : values[0]!
  }

  private name(first: string): PythonValue {
    const literal = {True: true, False: false, None: null}[first]
    if (literal !== undefined) return literal
    if (this.names.has(first)) return this.names.get(first)!
    if (first === '__file__') return {path: 'conf.py'}
    let name = first
    while (this.peek() === '.') {
      this.next()
      name += `.${this.next()}`
    }
    name = name.replace(/^pathlib\./, '').replace(/^(?:codecs|io)\.open$/, 'open')
    const call = Object.hasOwn(functions, name) ? functions[name] : undefined
    if (!call || this.next() !== '(') throw new NeedsPython()
    return call(this.list(')'), this.read)
  }

  /** Strings side by side are one. */
  private strings(): string {
    let value = ''
    for (; this.tokens[this.at]?.kind === 'string'; this.at++) {
      value += stringValue(this.tokens[this.at]!.text, this.names)
    }
    return value
  }

  /** Values up to a closing bracket, or up to the end; named arguments are passed over. */
  private list(end: string): PythonValue[] {
    const values: PythonValue[] = []
    while (this.at < this.tokens.length && this.peek() !== end) {
      const isNamed = this.tokens[this.at + 1]?.text === '='
      if (isNamed) this.at += 2
      const value = this.sum()
      if (!isNamed) values.push(value)
      if (this.peek() === ',') this.at++
      else if (this.peek() !== end) throw new NeedsPython()
    }
    if (end) this.expect(end)
    return values
  }

  private record(): PythonValue {
    const entries: [string, PythonValue][] = []
    while (this.peek() !== '}') {
      const key = this.sum()
      if (this.peek() === ',' || this.peek() === '}') entries.push([text(key), true])
      else {
        this.expect(':')
        entries.push([text(key), this.sum()])
      }
      if (this.peek() === ',') this.at++
      else if (this.peek() !== '}') throw new NeedsPython()
    }
    this.expect('}')
    return Object.fromEntries(entries)
  }

  private peek(): string | undefined {
    return this.tokens[this.at]?.text
  }

  private next(): string {
    const token = this.tokens[this.at++]
    if (!token) throw new NeedsPython()
    return token.text
  }

  private expect(text: string): void {
    if (this.next() !== text) throw new NeedsPython()
  }
}

/** `Path(…) / 'name'`. */
function below(folder: PythonValue, name: PythonValue): PythonValue | undefined {
  return isPath(folder) ? {path: join(folder.path, pathOf(name))} : undefined
}

function element(value: PythonValue, [key]: PythonValue[]): PythonValue {
  const found =
    typeof key === 'number'
      ? items(value).at(key)
      : (value as Record<string, PythonValue>)[text(key)]
  if (found === undefined) throw new NeedsPython()
  return found
}

const escapes: Record<string, string> = {n: '\n', t: '\t', r: '\r', '\n': ''}

function stringValue(source: string, names: ReadonlyMap<string, PythonValue>): string {
  const [, prefix, quote, body] = /^(\w*)('''|"""|'|")([\s\S]*)\2$/.exec(source)!
  const isRaw = /r/i.test(prefix!)
  const plain = isRaw ? body! : body!.replace(/\\(u[\da-f]{4}|x[\da-f]{2}|[\s\S])/gi, unescape)
  const value = quote!.length === 3 ? plain.replaceAll('\r\n', '\n') : plain
  return /f/i.test(prefix!) ? interpolate(value, names) : value
}

function unescape(_: string, code: string): string {
  if (code.length > 1) return String.fromCharCode(parseInt(code.slice(1), 16))
  return escapes[code] ?? (/[\\'"]/.test(code) ? code : `\\${code}`)
}

function interpolate(value: string, names: ReadonlyMap<string, PythonValue>): string {
  return value.replace(/\{\{|\}\}|\{(\w*)[^{}]*\}/g, (found, name: string | undefined) =>
    name === undefined ? found[0]! : text(names.get(name)),
  )
}
