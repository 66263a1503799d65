import {execFileSync} from 'node:child_process'
import {existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {expect, it} from 'vitest'
import {compilerMissing} from '../src/index.ts'

const modules = fileURLToPath(new URL('../../../node_modules', import.meta.url))
const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8')

it.skipIf(compilerMissing())(
  'the example of the README prints what the README says',
  () => {
    const folder = mkdtempSync(join(tmpdir(), 'readme-'))
    writeFileSync(join(folder, 'example.mjs'), fence('js'))
    symlinkSync(modules, join(folder, 'node_modules'))
    const printed = execFileSync(process.execPath, ['--import', 'tsx', 'example.mjs'], {
      cwd: folder,
      encoding: 'utf8',
    })
    expect(printed.trim()).toBe(fence('text').trim())
    expect(existsSync(join(folder, 'handbook.pdf'))).toBe(true)
    rmSync(folder, {recursive: true})
  },
  60_000,
)

function fence(language: string): string {
  return new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\``, 'm').exec(readme)![1]!
}
