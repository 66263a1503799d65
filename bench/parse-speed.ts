/**
 * Parsing alone, in megabytes a second of CPU: the Chef documentation with its includes expanded,
 * beside docutils and other parsers. Run it with `npx tsx bench/parse-speed.ts`.
 *
 * docutils comes from Debian (`apt-get install python3-docutils`); the other parsers of
 * reStructuredText from `npm install --prefix FOLDER rst-compiler restructured`, with
 * HANDRAIL_PEERS=FOLDER. What is missing is named, with what was recorded of it.
 */
import {mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {chefCorpus} from './corpus.ts'
import {expandedPages, megabytesOf} from './expanded-pages.ts'
import {inFreshProcess} from './in-fresh-process.ts'
import type {ParserName, ParseSpeedResult} from './parse-speed-run.ts'
import {docutils} from './parsers.ts'

/** The others are slow: they parse every tenth page. */
const sampleStep = 10
/** Measured on another small machine, on the same pages. */
const recorded = {docutils: 0.6, rstCompiler: 3.1, restructured: 0.31}

const pages = expandedPages(chefCorpus()).map(({text}) => text)
const sample = pages.filter((_, i) => i % sampleStep === 0)
const documentation = readdirSync('docs', {recursive: true, encoding: 'utf8'})
  .filter((name) => name.endsWith('.md'))
  .map((name) => readFileSync(join('docs', name), 'utf8'))
const markdownTexts = ofSize(documentation, megabytesOf(sample))

const folder = mkdtempSync(join(tmpdir(), 'handrail-bench-'))
process.on('exit', () => rmSync(folder, {recursive: true}))

const own = measure('handrail', pages)!
const reference = docutils(sample)
const docutilsSpeed = reference ? megabytesOf(sample) / reference.seconds : recorded.docutils
const rows = [
  ['parser', 'of', 'MB', 'MB/s, first pass', 'MB/s, warm', 'warm, times docutils'],
  row('@handrail/rst', 'all pages', pages, own),
  row('@handrail/rst', 'every tenth page', sample, measure('handrail', sample)),
  [
    reference ? `docutils ${reference.version}` : 'docutils (recorded)',
    'every tenth page',
    megabytesOf(sample).toFixed(1),
    docutilsSpeed.toFixed(2),
    '',
    '1',
  ],
  row('rst-compiler', 'every tenth page', sample, measure('rstCompiler', sample)),
  row('restructured', 'every tenth page', sample, measure('restructured', sample)),
  row('mdast-util-from-markdown', 'Markdown', markdownTexts, measure('markdown', markdownTexts)),
]
const widths = rows[0]!.map((_, i) => Math.max(...rows.map((cells) => cells[i]!.length)))
for (const cells of rows) {
  process.stdout.write(
    `${cells
      .map((cell, i) => cell.padEnd(widths[i]!))
      .join('  ')
      .trimEnd()}\n`,
  )
}

/** One parser in a process of its own; `undefined` for a peer where no folder of peers is named. */
function measure(parser: ParserName, texts: readonly string[]): ParseSpeedResult | undefined {
  const isPeer = parser === 'rstCompiler' || parser === 'restructured'
  if (isPeer && !process.env['HANDRAIL_PEERS']) return undefined
  const file = join(folder, `${parser}.json`)
  writeFileSync(file, JSON.stringify(texts))
  return inFreshProcess<ParseSpeedResult>('parse-speed-run.ts', [parser, file])
}

function row(
  name: string,
  of: string,
  texts: readonly string[],
  result: ParseSpeedResult | undefined,
): string[] {
  const size = megabytesOf(texts)
  if (!result) {
    const speed = name === 'restructured' ? recorded.restructured : recorded.rstCompiler
    return [`${name} (recorded)`, of, '', '', speed.toFixed(2), ratio(speed / recorded.docutils)]
  }
  const note = result.failed > 0 ? `${of}, ${result.failed} of ${texts.length} failed` : of
  const speeds = [size / result.cold, size / result.warm]
  const figures = speeds.map((speed) => speed.toFixed(speed < 1 ? 2 : 1))
  return [name, note, size.toFixed(1), ...figures, ratio(speeds[1]! / docutilsSpeed)]
}

function ratio(value: number): string {
  return value.toFixed(value < 10 ? 1 : 0)
}

/** As many of the texts, over and over, as have a size. */
function ofSize(texts: readonly string[], megabytes: number): string[] {
  const result: string[] = []
  for (let i = 0, size = 0; size < megabytes; i++) {
    const text = texts[i % texts.length]!
    result.push(text)
    size += megabytesOf([text])
  }
  return result
}
