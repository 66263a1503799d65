import {execFileSync} from 'node:child_process'
import {existsSync, mkdirSync, statSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'

/**
 * The Chef documentation, unpacked once into the folder for temporary files.
 *
 * @throws Error if HANDRAIL_CONFORMANCE does not name the folder with the conformance data
 */
export function chefCorpus(): string {
  const folder = process.env['HANDRAIL_CONFORMANCE']
  const archive = folder && join(folder, 'chef-docs', 'corpus.tar.xz')
  if (!archive || !existsSync(archive)) {
    throw new Error('HANDRAIL_CONFORMANCE does not name the folder of the conformance data')
  }
  const target = join(tmpdir(), `handrail-chef-docs-${statSync(archive).mtimeMs}`)
  if (existsSync(join(target, 'chef_master'))) return target
  mkdirSync(target, {recursive: true})
  execFileSync('tar', ['-xJf', archive, '-C', target])
  return target
}
