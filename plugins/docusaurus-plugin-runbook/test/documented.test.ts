import {readFileSync, readdirSync} from 'node:fs'
import {fileURLToPath} from 'node:url'
import {expect, test} from 'vitest'

const file = (path: string): string => fileURLToPath(new URL(path, import.meta.url))

test('the reference lists every part that a site can swizzle', () => {
  const page = readFileSync(file('../../../docs/reference/runbook-page.md'), 'utf8')
  const [, parts] = page.split('\n## Parts\n')
  const listed = [...parts!.split('\n## ')[0]!.matchAll(/^\| `(\w+)` \|/gm)].map(([, name]) => name)
  const own = readdirSync(file('../src/theme')).filter((name) => !/MDXComponents|\./.test(name))
  expect(listed.sort()).toEqual(own.sort())
})
