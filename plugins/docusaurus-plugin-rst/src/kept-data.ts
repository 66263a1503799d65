import {createHash} from 'node:crypto'
import {mkdirSync, readFileSync, renameSync, writeFileSync} from 'node:fs'
import path from 'node:path'
import {deserialize, serialize} from 'node:v8'

/** Length of the seal at the beginning of a file, in bytes. */
const sealLength = 32

/**
 * Reads what was kept under a key, if it was written as it is: nothing if the file is missing, was
 * cut off, changed or moved, or is another one's.
 */
export function readKept<T>(file: string, key: string): T | undefined {
  try {
    const content = readFileSync(file)
    const data = content.subarray(sealLength)
    const isOurs = sealOf(data, file, key).equals(content.subarray(0, sealLength))
    return isOurs ? deserialize(data) : undefined
  } catch {
    return undefined
  }
}

/** Keeps plain data; whoever reads meanwhile reads what was kept before. */
export function writeKept(file: string, key: string, value: unknown): void {
  const data = serialize(value)
  const unfinished = `${file}.${process.pid}`
  mkdirSync(path.dirname(file), {recursive: true})
  writeFileSync(unfinished, Buffer.concat([sealOf(data, file, key), data]))
  renameSync(unfinished, file)
}

/** A hash of data, the format in which it is kept, its place and its key. */
function sealOf(data: Buffer, file: string, key: string): Buffer {
  const head = JSON.stringify([process.versions.v8, file, key])
  return createHash('sha256').update(head).update(data).digest()
}
