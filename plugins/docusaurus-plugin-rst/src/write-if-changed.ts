import {mkdirSync, readFileSync, writeFileSync} from 'node:fs'
import path from 'node:path'

/** Writes a file that the bundler watches, only if that changes it. */
export function writeIfChanged(file: string, text: string): void {
  if (readIfThere(file) === text) return
  mkdirSync(path.dirname(file), {recursive: true})
  writeFileSync(file, text)
}

function readIfThere(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return undefined
  }
}
