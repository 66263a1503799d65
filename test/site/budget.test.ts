import {readFileSync, readdirSync} from 'node:fs'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {gzipSync} from 'node:zlib'
import {describe, expect, test} from 'vitest'

const built = fileURLToPath(new URL('../../build', import.meta.url))
const kilobyte = 1000

describe('what a reader downloads, compressed', () => {
  test('our script before the first answer: at most 40 kB', () => {
    const page = readFileSync(join(built, 'runbooks/split-brain/index.html'), 'utf8')
    const ours = [...page.matchAll(/src="?(\/assets\/handrail\/[^"\s>]+)/g)].map(
      ([, path]) => path!,
    )
    expect(ours).toHaveLength(1)
    const first = [...ours, ...staticImports(ours[0]!)]
    expect(sum(first.map((path) => join(built, path)))).toBeLessThan(40 * kilobyte)
  })

  test('what is loaded on use: at most 60 kB each', () => {
    const folder = join(built, 'assets/handrail')
    for (const file of readdirSync(folder)) {
      expect(sum([join(folder, file)]), file).toBeLessThan(60 * kilobyte)
    }
  })

  test('the largest stand-alone runbook, script and style included: at most 80 kB', () => {
    const folder = join(built, 'standalone')
    const files = readdirSync(folder).filter((file) => file !== 'index.html')
    const sizes = files.map((file) => sum([join(folder, file)]))
    expect(Math.max(...sizes)).toBeLessThan(80 * kilobyte)
  })

  test('all runbooks in one file: at most 150 kB', () => {
    expect(sum([join(built, 'standalone/index.html')])).toBeLessThan(150 * kilobyte)
  })
})

/** The modules that a module of ours cannot start without. */
function staticImports(path: string): string[] {
  const code = readFileSync(join(built, path), 'utf8')
  return [...code.matchAll(/(?:from|import)"\.\/([^"]+)"/g)].map(
    ([, name]) => `/assets/handrail/${name}`,
  )
}

function sum(files: readonly string[]): number {
  return files.reduce((total, file) => total + gzipSync(readFileSync(file)).length, 0)
}
