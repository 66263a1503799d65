import {spawn} from 'node:child_process'
import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {afterAll, expect, test} from 'vitest'
import {Editor} from '../../language-server/test/editor.ts'

const command = fileURLToPath(new URL('../bin/handrail.mjs', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'handrail-editor-'))
afterAll(() => rmSync(folder, {recursive: true, force: true}))

test('`handrail language-server` serves an editor over standard input and output', async () => {
  mkdirSync(join(folder, 'website/docs'), {recursive: true})
  writeFileSync(join(folder, 'website/docs/page.rst'), 'Page\n====\n\n.. note: lost\n')
  const args = [command, 'language-server', 'website', '--stdio']
  const server = spawn(process.execPath, args, {stdio: ['pipe', 'pipe', 'inherit']})
  const ended = new Promise((resolve) => server.on('exit', resolve))
  const editor = new Editor(server.stdout, server.stdin, folder)
  await editor.start()
  await editor.messages('website/docs/page.rst', ['4:1 warning directive-colon'])
  await editor.stop()
  expect(await ended).toBe(0)
}, 30_000)
