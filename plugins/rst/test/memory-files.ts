import type {Load, LoadedFile} from '../src/index.ts'

/** Loads files that exist in memory only; the same file is the same object each time. */
export function memoryFiles(files: Readonly<Record<string, string>>): Load {
  const loaded = new Map<string, LoadedFile>(
    Object.entries(files).map(([path, text]) => [path, {path, text}]),
  )
  return ({path}) => loaded.get(path) ?? {path, refusal: {reason: 'missing'}}
}
