import {readFileSync, writeFileSync} from 'node:fs'
import {dirname, relative} from 'node:path'

/** A relative path to a file of TypeScript, where a declaration imports it. */
const importPath = /((?:from |import |import\(|declare module )['"]\.{1,2}\/[^'"]*)\.tsx?(?=['"])/g

/**
 * Has a compiled file speak of the package it lies in: declarations import compiled files, maps lead
 * to the sources that are published with them.
 *
 * @param file `PACKAGE/dist/….d.ts`, `….js.map` or another
 * @param sourceFolder where the file it was compiled from is: a folder in `PACKAGE/src`
 */
export function settle(file: string, sourceFolder: string): void {
  if (file.endsWith('.map')) return settleMap(file, sourceFolder)
  if (!file.endsWith('.d.ts')) return
  const text = readFileSync(file, 'utf8')
  writeFileSync(file, text.replace(importPath, '$1.js'))
}

function settleMap(file: string, sourceFolder: string): void {
  const map = JSON.parse(readFileSync(file, 'utf8')) as {sources: string[]}
  const folder = relative(dirname(file), sourceFolder).replaceAll('\\', '/')
  const sources = map.sources.map((source) => `${folder}/${source.replace(/^.*\//, '')}`)
  writeFileSync(file, JSON.stringify({...map, sources}))
}
