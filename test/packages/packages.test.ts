import {mkdtempSync, readdirSync, readFileSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {packAll, type Packed} from '../../packaging/pack.ts'
import {BareSite} from './bare-site.ts'
import {lintProblems, manifestOf, typeProblems, undeclaredImports} from './packed.ts'

const folder = mkdtempSync(join(tmpdir(), 'packages-'))
let packages: Packed[]
let site: BareSite

beforeAll(() => {
  packages = packAll(folder)
  site = new BareSite('test/fixtures/stranger', packages)
}, 300_000)

afterAll(() => {
  rmSync(folder, {recursive: true})
  site.remove()
}, 60_000)

/** The answers about all packages that have anything to answer. */
async function ofAll(
  question: (packed: Packed) => string[] | Promise<string[]>,
): Promise<Record<string, string[]>> {
  const answers = await Promise.all(
    packages.map(async (packed) => [packed.name, await question(packed)] as const),
  )
  return Object.fromEntries(answers.filter(([, answer]) => answer.length))
}

describe('each tarball', () => {
  test('has nothing that publint would change', async () => {
    expect(await ofAll(lintProblems)).toEqual({})
  })

  test('has types that are found from modules and bundlers', async () => {
    expect(await ofAll(typeProblems)).toEqual({})
  }, 60_000)

  test('depends on all that it imports, and on our packages in its own version', async () => {
    expect(await ofAll(undeclaredImports)).toEqual({})
    expect(await ofAll(looseDependencies)).toEqual({})
  })

  test('brings a licence, a README, and the sources that its maps lead to', async () => {
    expect(await ofAll(missingFiles)).toEqual({})
  })
})

function looseDependencies(packed: Packed): string[] {
  const {dependencies = {}} = manifestOf(packed)
  return Object.keys(dependencies).filter((name) => dependencies[name] === '*')
}

function missingFiles({folder: stage}: Packed): string[] {
  const files = new Set(readdirSync(stage, {recursive: true, encoding: 'utf8'}))
  const wanted = [...files].flatMap((file) => sourcesOf(stage, file))
  return ['LICENSE', 'README.md', ...wanted].filter((file) => !files.has(file))
}

/** What a source map leads to, unless the map brings the text itself. */
function sourcesOf(stage: string, file: string): string[] {
  if (!file.endsWith('.map')) return []
  const map = JSON.parse(readFileSync(join(stage, file), 'utf8'))
  if (map.sourcesContent) return []
  return (map.sources as string[]).map((source) => join(file, '..', source))
}

describe('installed in a site of somebody else', () => {
  test('a page in RST and a runbook are built', () => {
    const {code, output} = site.run(site.program('@docusaurus/core', 'bin/docusaurus.mjs'), 'build')
    expect(output).toContain('Generated static files')
    expect(code).toBe(0)
    expect(site.read('build/index.html')).toContain('Anvil strikes while the iron is hot.')
    expect(site.read('build/runbooks/too-hot/index.html')).toContain('<handrail-runbook')
  }, 300_000)

  test('the command runs', () => {
    const handrail = site.program('@handrail/cli', 'bin/handrail.mjs')
    expect(site.run(handrail, 'check')).toEqual({
      code: 0,
      output: expect.stringContaining('2 pages, 0 errors'),
    })
  }, 60_000)
})

test('the example for unified is built with what it depends on', () => {
  const example = new BareSite('examples/unified', packages)
  try {
    expect(example.run('build.js')).toEqual({code: 0, output: ''})
    expect(example.read('out/index.html')).toContain('<a href="care.html">Care of the Anvil</a>')
    expect(example.read('out/care.html')).toContain('<p>Do not touch the Anvil.</p>')
  } finally {
    example.remove()
  }
}, 60_000)
