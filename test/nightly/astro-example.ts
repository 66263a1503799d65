import {execFileSync} from 'node:child_process'
import {cpSync, mkdtempSync, readFileSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {packAll} from '../../packaging/pack.ts'

/** Installs the example for Astro with our packages from their tarballs, and builds it. */
const folder = mkdtempSync(join(tmpdir(), 'astro-example-'))
try {
  const packages = packAll(join(folder, 'packages'))
  const site = join(folder, 'site')
  cpSync(fileURLToPath(new URL('../../examples/astro', import.meta.url)), site, {recursive: true})
  const ours = packages.filter(({name}) => ['remark-rst', '@handrail/rst'].includes(name))
  const run = (program: string, ...args: string[]): void => {
    execFileSync(program, args, {cwd: site, stdio: 'inherit'})
  }
  run('npm', 'install', '--no-audit', '--no-fund', ...ours.map(({tarball}) => tarball))
  run('npm', 'run', 'build')
  expectText(join(site, 'dist/index.html'), '<title>Anvil</title>', '<a href="/care/">')
  expectText(join(site, 'dist/care/index.html'), '<title>Care of the Anvil</title>')
} finally {
  rmSync(folder, {recursive: true})
}

function expectText(file: string, ...parts: string[]): void {
  const text = readFileSync(file, 'utf8')
  const missing = parts.filter((part) => !text.includes(part))
  if (missing.length) throw new Error(`${file} does not have ${missing.join(' or ')}`)
}
