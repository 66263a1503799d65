import {fileURLToPath} from 'node:url'

/** The path of a file by its address; nothing for what is no file here: a new text, another host. */
export function filePath(uri: string): string | undefined {
  if (!uri.startsWith('file:')) return undefined
  try {
    return fileURLToPath(uri)
  } catch {
    return undefined
  }
}
