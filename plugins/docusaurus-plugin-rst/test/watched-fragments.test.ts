import {mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync} from 'node:fs'
import {createRequire} from 'node:module'
import {tmpdir} from 'node:os'
import path from 'node:path'
import {afterEach, beforeEach, expect, test, vi} from 'vitest'
import {watchedFragments} from '../src/plugin.ts'

interface Watcher {
  on(event: 'all', heard: (name: string, path: string) => void): Watcher
  on(event: 'ready', ready: () => void): Watcher
  close(): Promise<void>
}

/** What Docusaurus watches with. */
const {resolve} = createRequire(import.meta.url)
const chokidar = createRequire(resolve('@docusaurus/core/package.json'))('chokidar') as {
  watch(paths: readonly string[], options: object): Watcher
}

let folder: string
let watcher: Watcher
beforeEach(() => void (folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'watched-')))))
afterEach(async () => {
  await watcher.close()
  rmSync(folder, {recursive: true})
})

test('a site among its fragments does not wake up over what it makes itself', async () => {
  const siteDir = path.join(folder, 'site')
  const made = ['.docusaurus/a.json', 'build/a.html', 'node_modules/.cache/a', '../.git/index']
  const all = [...made, '../fragments/a.rst'].map((name) => path.join(siteDir, name))
  for (const file of all) mkdirSync(path.dirname(file), {recursive: true})
  const patterns = watchedFragments(['..'], {
    siteDir,
    generatedFilesDir: path.join(siteDir, '.docusaurus'),
    outDir: path.join(siteDir, 'build'),
  })
  const heard: string[] = []
  watcher = chokidar.watch(patterns, {cwd: siteDir, ignoreInitial: true})
  watcher.on('all', (_, name) => void heard.push(name))
  await new Promise<void>((ready) => void watcher.on('ready', ready))
  for (const file of all) writeFileSync(file, 'changed')
  await vi.waitUntil(() => heard.length > 0, 30_000)
  expect(heard).toEqual(['../fragments/a.rst'])
})
