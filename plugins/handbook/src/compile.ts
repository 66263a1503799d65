import {type ChildProcess, fork} from 'node:child_process'
import {createHash} from 'node:crypto'
import {readFileSync} from 'node:fs'
import {createRequire} from 'node:module'
import {deflateSync, inflateSync} from 'node:zlib'
import type {HandbookOptions, TypstBook, TypstFile} from './book.ts'
import {fonts} from './fonts.ts'
import {covers, readCoverage, type Coverage} from './glyph/coverage.ts'
import {placeCopies} from './pdf/copy-marks.ts'
import {packObjects} from './pdf/pack-objects.ts'
import {printableSvg} from './printable-svg.ts'

/** A font that is handed to the compiler. */
export interface Font {
  readonly family: string
  readonly bytes: Uint8Array
  readonly fallback: boolean
}

/** What the file claims to be, checked by the compiler when it is written. */
export type Standard = 'ua-1' | 'a-2a'

export interface CompileOptions {
  readonly standard?: Standard
  /** ISO 8601; the only date in the file. */
  readonly date?: string
  /**
   * Finish the file: compress its objects together, to less than half the size, and put in the text
   * of lines of code. True by default.
   */
  readonly pack?: boolean
  /** Keep what was computed, for a book that differs little will follow. False by default. */
  readonly again?: boolean
}

const compilerName = '@myriaddreamin/typst-ts-node-compiler'

/** The script of the compiler's process: a file of this package, wherever the code around is. */
const childModule = '@handrail/handbook/compile-child'

/**
 * Finds a module that this package depends on. The code may be bundled into a command, beside which
 * only this package is found, and what it depends on only from within.
 *
 * @param from URL of the code that runs
 * @throws Error if there is none
 */
export function resolveOwn(module: string, from = import.meta.url): string {
  return createRequire(createRequire(from).resolve(childModule)).resolve(module)
}

/** Why no handbook can be made on this machine, as a sentence; `undefined` if one can. */
export function compilerMissing(): string | undefined {
  const here = `${process.platform}-${process.arch}`
  const names = ['', '-gnu', '-musl', '-msvc', '-gnueabihf', '-eabi']
  try {
    const beside = createRequire(resolveOwn(compilerName))
    if (names.some((name) => resolves(beside, `${compilerName}-${here}${name}`))) return undefined
  } catch {
    // The package itself is not there: an optional dependency that could not be installed.
  }
  return `There is no Typst compiler for ${here}: ${compilerName}-${here} is not installed.`
}

function resolves(require: NodeJS.Require, name: string): boolean {
  try {
    require.resolve(name)
    return true
  } catch {
    return false
  }
}

/**
 * Reads the fonts of the handbook: those of the theme, then others that stand in for characters
 * the theme's lack, in the order given.
 *
 * @param others font files, TTF or OTF, with the family their name table gives
 */
export function readFonts(others: readonly {family: string; file: string}[] = []): Font[] {
  const own = fonts.map((spec) => ({
    family: spec.family,
    bytes: readFileSync(resolveOwn(spec.module)),
    fallback: spec.fallback ?? false,
  }))
  const given = others.map(({family, file}) => ({
    family,
    bytes: readFileSync(file),
    fallback: true,
  }))
  return [...own, ...given]
}

/** What `toTypst` has to know of the fonts: what they cover, and which ones stand in for others. */
export function fontOptions(
  handed: readonly Font[],
): Required<Pick<HandbookOptions, 'covers' | 'fallbackFonts'>> {
  const read = new Map<Font, Coverage>()
  const coverage = (font: Font) => {
    const known = read.get(font) ?? readCoverage(font.bytes)
    read.set(font, known)
    return known
  }
  return {
    covers: (codePoint) => handed.some((font) => covers(coverage(font), codePoint)),
    fallbackFonts: handed.filter(({fallback}) => fallback).map(({family}) => family),
  }
}

/** The themes that come with this package; another one can be handed to `compile`. */
export const themes = ['handbook', 'plain'] as const

export type Theme = (typeof themes)[number]

/** The source of a theme of this package. */
export function readTheme(name: Theme = 'handbook'): string {
  return readFileSync(themeFile(name), 'utf8')
}

function themeFile(name: string): string {
  return resolveOwn(`@handrail/handbook/themes/${name}.typ`)
}

/** A compiler that can stay warm: a second book that differs little takes a fraction of the time. */
export interface Compiler {
  /**
   * @throws Error with the compiler's words if the book is refused; that is a fault of this
   * package or of the theme, as faults of the sources are mended before.
   */
  compile(book: TypstBook, theme: string, options?: CompileOptions): Promise<Uint8Array>
  stop(): void
}

interface Reply {
  readonly id: number
  readonly pdf?: Uint8Array
  readonly error?: string
}

/** Starts a compiler in a process of its own. Only the fonts given can be embedded. */
export function startCompiler(handed: readonly Font[]): Compiler {
  const child = startChild()
  let count = 0
  const compileBook: Compiler['compile'] = async (book, theme, options = {}) => {
    const id = count++
    const pdf = await ask(child, {
      id,
      files: [...virtualFiles(book, theme)],
      fonts: id === 0 ? handed.map(({bytes}) => bytes) : [],
      standard: options.standard ?? 'ua-1',
      timestamp: options.date === undefined ? 0 : Math.floor(Date.parse(options.date) / 1000),
      again: options.again ?? false,
    })
    return options.pack === false ? pdf : finish(pdf, book)
  }
  return {compile: compileBook, stop: () => child.kill()}
}

/** Compiles one book and stops. */
export async function compile(
  book: TypstBook,
  theme: string,
  handed: readonly Font[],
  options: CompileOptions = {},
): Promise<Uint8Array> {
  const compiler = startCompiler(handed)
  try {
    return await compiler.compile(book, theme, options)
  } finally {
    compiler.stop()
  }
}

/**
 * A hash of all that a PDF is made of: the text of the book, its pictures, the theme, the fonts, the
 * options. Where it is the same, so are the bytes.
 */
export function fingerprint(
  book: TypstBook,
  theme: string,
  handed: readonly Font[],
  options: CompileOptions = {},
): string {
  const hash = createHash('sha256').update(JSON.stringify([book.copies, options]))
  for (const {path, bytes} of virtualFiles(book, theme)) hash.update(path).update(bytes)
  for (const {bytes} of handed) hash.update(bytes)
  return hash.digest('hex').slice(0, 32)
}

/**
 * The compiler searches the fonts of the system, and of the home folder, and cannot be kept from
 * it; a theme names its families, and those handed in come first.
 */
function startChild(): ChildProcess {
  return fork(resolveOwn(childModule), [], {
    serialization: 'advanced',
    execArgv: [],
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    env: {PATH: process.env['PATH'], HOME: '/nonexistent'},
  })
}

function ask(
  child: ChildProcess,
  job: Readonly<Record<string, unknown>> & {id: number},
): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    let said = ''
    const settle = (action: () => void) => {
      child.off('message', onMessage).off('exit', onExit).off('error', onError)
      child.stderr?.off('data', onWords)
      action()
    }
    const onMessage = ({id, pdf, error}: Reply) => {
      if (id !== job.id) return
      settle(() => (pdf ? resolve(pdf) : reject(new Error(`The compiler refused: ${error}`))))
    }
    const onExit = (code: number | null) =>
      settle(() =>
        reject(new Error(`The compiler stopped with ${code ?? 'a signal'}: ${said.trim()}`)),
      )
    // It could not be started.
    const onError = (error: Error) => settle(() => reject(error))
    const onWords = (words: Buffer) => (said += words.toString())
    child.on('message', onMessage).on('exit', onExit).on('error', onError)
    child.stderr?.on('data', onWords)
    const {exitCode, signalCode} = child
    if (exitCode === null && signalCode === null) child.send(job)
    else onExit(exitCode)
  })
}

function* virtualFiles({source, files}: TypstBook, theme: string) {
  const encoder = new TextEncoder()
  yield {path: '/main.typ', bytes: encoder.encode(source)}
  yield {path: '/theme.typ', bytes: encoder.encode(theme)}
  yield {path: '/mechanics.typ', bytes: readFileSync(themeFile('mechanics'))}
  for (const file of files) yield {path: file.path, bytes: fileBytes(file, encoder)}
}

function fileBytes(file: TypstFile, encoder: TextEncoder): Uint8Array {
  if ('text' in file) return encoder.encode(file.text)
  if (!file.path.endsWith('.svg')) return readFileSync(file.file)
  return encoder.encode(printableSvg(readFileSync(file.file, 'utf8')))
}

/** The finished file: packed, with the text of its lines of code in place. */
function finish(pdf: Uint8Array, {copies}: TypstBook): Uint8Array {
  return packObjects(pdf, deflate, (data) => {
    const content = inflateSync(data)
    const placed = placeCopies(content, copies)
    return placed === content ? data : deflate(placed)
  })
}

function deflate(bytes: Uint8Array): Uint8Array {
  return deflateSync(bytes, {level: 7})
}
