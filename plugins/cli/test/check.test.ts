import {spawn, spawnSync} from 'node:child_process'
import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {dirname, join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {SiteCheck} from '@handrail/check'
import type {Log} from 'sarif'
import {afterAll, beforeEach, describe, expect, test} from 'vitest'
import {type ReportForm, reportText} from '../src/check/report-forms.ts'

const command = fileURLToPath(new URL('../bin/handrail.mjs', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'handrail-check-'))
afterAll(() => rmSync(folder, {recursive: true, force: true}))

const page = 'Page\n====\n\n.. include:: ../includes/part, 1.rst\n'
const files = {
  'package.json': '{}',
  'docs/page.rst': page,
  'includes/part, 1.rst': 'On |nothing|: 100%.\n\n..note:: lost\n',
}

function write(name: string, text: string): void {
  mkdirSync(dirname(join(folder, name)), {recursive: true})
  writeFileSync(join(folder, name), text)
}

beforeEach(() => Object.entries(files).forEach(([name, text]) => write(name, text)))

function report(form: ReportForm): string {
  return reportText(new SiteCheck(folder).run(), form)
}

function handrail(...args: string[]): {status: number | null; output: string} {
  const words = [command, 'check', folder, ...args]
  const {status, stdout, stderr} = spawnSync(process.execPath, words, {encoding: 'utf8'})
  return {status, output: stdout + stderr}
}

describe('a report', () => {
  test('for a person names the way through includes', () => {
    expect(report('text')).toBe(
      [
        'includes/part, 1.rst:1:4-1:13  error  Unexpected undefined substitution `|nothing|`, expected a definition  rst:undefined-substitution',
        '    included from docs/page.rst:4:1',
        'includes/part, 1.rst:3:1-3:9  warning  Unexpected `..note::`, expected `.. note::` and a space  rst:directive-space',
        '',
      ].join('\n'),
    )
  })

  test('for a program is JSON', () => {
    const {messages, ...counts} = JSON.parse(report('json'))
    expect(counts).toEqual({pages: 1, errors: 1, warnings: 1, infos: 0})
    expect(messages[0]).toEqual({
      file: 'includes/part, 1.rst',
      ...{line: 1, column: 4, endLine: 1, endColumn: 13},
      severity: 'error',
      rule: 'undefined-substitution',
      message: 'Unexpected undefined substitution `|nothing|`, expected a definition',
      includedFrom: ['docs/page.rst:4:1'],
    })
  })

  // That it has the shape of SARIF 2.1.0 is held by its type, which is made from the schema.
  test('for a code host is SARIF', () => {
    const {version, runs} = JSON.parse(report('sarif')) as Log
    const [{tool, results}] = runs as [Log['runs'][number]]
    expect(version).toBe('2.1.0')
    expect(tool.driver.rules!.map(({id}) => id)).toEqual([
      'directive-space',
      'undefined-substitution',
    ])
    expect(results![0]).toMatchObject({
      ruleId: 'undefined-substitution',
      level: 'error',
      locations: [
        {
          physicalLocation: {
            artifactLocation: {uri: 'includes/part,%201.rst'},
            region: {startLine: 1, startColumn: 4, endLine: 1, endColumn: 13},
          },
        },
      ],
      relatedLocations: [
        {physicalLocation: {artifactLocation: {uri: 'docs/page.rst'}, region: {startLine: 4}}},
      ],
    })
  })

  test('for GitHub is a command a line, with what it would misread escaped', () => {
    expect(report('github')).toBe(
      [
        '::error file=includes/part%2C 1.rst,line=1,col=4,endLine=1,endColumn=13,title=undefined-substitution::Unexpected undefined substitution `|nothing|`, expected a definition%0Aincluded from docs/page.rst:4:1',
        '::warning file=includes/part%2C 1.rst,line=3,col=1,endLine=3,endColumn=9,title=directive-space::Unexpected `..note::`, expected `.. note::` and a space',
        '',
      ].join('\n'),
    )
  })
})

describe('the exit code is', () => {
  test('1 where there are errors', () => {
    const {status, output} = handrail()
    expect(output).toContain('handrail: 1 pages, 1 errors, 1 warnings')
    expect(status).toBe(1)
  })

  test('0 where there are only warnings', () => {
    const {status, output} = handrail('--severity', 'undefined-substitution=warning')
    expect(output).toContain('1 pages, 0 errors, 2 warnings')
    expect(status).toBe(0)
  })

  test('2 where the command is called wrongly', () => {
    expect(handrail('--format', 'pdf').status).toBe(2)
    expect(handrail('--severity', 'tab=loud').status).toBe(2)
    rmSync(join(folder, 'docs'), {recursive: true})
    expect(handrail()).toMatchObject({status: 2, output: expect.stringContaining('no folder docs')})
  })
})

test('severities are in package.json, too, and those of the command win', () => {
  write('package.json', '{"handrail": {"severities": {"undefined-substitution": "off"}}}')
  expect(handrail().output).not.toContain('nothing')
  expect(handrail('--severity', 'undefined-substitution=error').status).toBe(1)
})

test('`--watch` checks again when a fragment, a page or the settings change', async () => {
  const server = spawn(process.execPath, [command, 'check', folder, '--watch'])
  const output = new OutputReader(server.stdout, server.stderr)
  try {
    await output.until(/\|nothing\|.*waiting for changes/s)
    write('includes/part, 1.rst', 'Fine.\n')
    await output.until(/1 pages, 0 errors, 0 warnings.*waiting for changes/s)
    write('docs/second.rst', 'Second\n======\n\n.. note: lost\n')
    await output.until(/docs\/second.rst:4:1.*2 pages, 0 errors, 1 warnings.*waiting/s)
    write('package.json', '{"handrail": {"severities": {"directive-colon": "off"}}}')
    await output.until(/2 pages, 0 errors, 0 warnings/)
  } finally {
    server.kill()
    rmSync(join(folder, 'docs/second.rst'), {force: true})
  }
}, 30_000)

/** What a running program has printed since it was last asked. */
class OutputReader {
  private text = ''
  private tell = (): void => {}

  constructor(...streams: NodeJS.ReadableStream[]) {
    for (const stream of streams) {
      stream.on('data', (chunk) => {
        this.text += String(chunk)
        this.tell()
      })
    }
  }

  async until(pattern: RegExp): Promise<void> {
    while (!pattern.test(this.text)) await new Promise<void>((resolve) => (this.tell = resolve))
    this.text = ''
  }
}
