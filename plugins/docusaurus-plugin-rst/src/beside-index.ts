import {existsSync} from 'node:fs'
import path from 'node:path'

/**
 * Whether Docusaurus would give a page the address of its folder (`guide/guide.rst`, `README.rst`)
 * although the folder has an `index`, which is the only page of that kind for Sphinx.
 *
 * @param suffixes endings of pages in RST
 */
export function isBesideIndex(file: string, suffixes: readonly string[]): boolean {
  const {dir, name} = path.parse(file)
  const isOfFolder = ['readme', path.basename(dir).toLowerCase()].includes(name.toLowerCase())
  if (!isOfFolder || name === 'index') return false
  return [...suffixes, '.md', '.mdx'].some((ending) => existsSync(path.join(dir, `index${ending}`)))
}
