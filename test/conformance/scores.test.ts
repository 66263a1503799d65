import {execFile} from 'node:child_process'
import {mkdtempSync, readFileSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {promisify} from 'node:util'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import floors from './floors.json' with {type: 'json'}

const run = promisify(execFile)
const data = process.env['HANDRAIL_CONFORMANCE'] ?? ''
const command = fileURLToPath(new URL('../../node_modules/.bin/handrail', import.meta.url))
const cases = {parse: 442, transform: 90}

if (!data) {
  console.warn(
    'CONFORMANCE SKIPPED: set HANDRAIL_CONFORMANCE to the folder with the reference data',
  )
}

describe.skipIf(!data)('scores against docutils and Sphinx', {timeout: 300_000}, () => {
  const folder = mkdtempSync(join(tmpdir(), 'conformance-'))
  const reference = (name: string) => join(folder, name)

  beforeAll(async () => {
    const chef = join(data, 'chef-docs')
    await run('tar', ['-xJf', join(chef, 'corpus.tar.xz'), '-C', folder])
    await run('sh', ['-c', `xz -dkc '${chef}/trees.jsonl.xz' > '${reference('trees.jsonl')}'`])
    await run('sh', ['-c', `xz -dkc '${chef}/text.jsonl.xz' > '${reference('text.jsonl')}'`])
  }, 120_000)

  afterAll(() => rmSync(folder, {recursive: true, force: true}))

  test.each(['parse', 'transform'] as const)('docutils cases: %s', async (stage) => {
    const failed = await failures('score.mjs', {
      reference: ['cases', join(data, 'docutils/cases.json')],
      place: ['--cwd', join(data, 'docutils/files')],
      options: ['--format', 'doctree', '--include-base', 'file'],
    })
    const ofStage = failed.filter((id) => id.startsWith(`${stage}/`))
    expect(cases[stage] - ofStage.length, ofStage.join('\n')).toBeGreaterThanOrEqual(floors[stage])
  })

  test('trees of the Chef documentation', async () => {
    const failed = await failures('score.mjs', {
      reference: ['corpus', reference('trees.jsonl')],
      place: ['--root', folder],
      options: [
        ...['--format', 'doctree', '--include-base', 'document'],
        ...['--set', 'syntax_highlight="none"'],
      ],
    })
    expect(failed.length, failed.slice(0, 20).join('\n')).toBeLessThanOrEqual(5527 - floors.trees)
  })

  test('text of the Chef documentation’s pages', async () => {
    const prolog = ['swap_descriptions', 'swap_names', 'swap_paths_and_urls']
    const failed = await failures('score-text.mjs', {
      reference: [reference('text.jsonl')],
      place: ['--root', folder],
      options: [
        ...['--format', 'mdast', '--include-base', 'document'],
        ...prolog.flatMap((name) => ['--prolog', `swaps/${name}.txt`]),
      ],
    })
    expect(failed.length, failed.join('\n')).toBeLessThanOrEqual(335 - floors.pages)
  })

  /** Runs a scoring script over our command and returns what did not pass. */
  async function failures(
    script: string,
    {reference, place, options}: Record<'reference' | 'place' | 'options', string[]>,
  ): Promise<string[]> {
    const report = join(folder, 'failures.json')
    const ours = ['--', process.execPath, command, 'tree', '--batch', ...options]
    const words = [join(data, script), ...reference, ...place, '--json', report, ...ours]
    // The scripts end with 1 as soon as one case fails; what counts is the report.
    await run(process.execPath, words, {maxBuffer: 1 << 28}).catch(() => undefined)
    const rows: {id?: string; path?: string}[] = JSON.parse(readFileSync(report, 'utf8'))
    rmSync(report)
    return rows.map((row) => row.id ?? row.path ?? '')
  }
})
