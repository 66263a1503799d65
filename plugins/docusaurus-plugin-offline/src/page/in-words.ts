import type {Version} from '../site-version.ts'

/** A sentence with a version, or other values, filled in. */
export function inWords(
  sentence: string,
  values: Version | Readonly<Record<string, string>>,
): string {
  const known: Record<string, string> = {...values}
  return sentence.replace(/\{(\w+)\}/g, (_, name: string) =>
    name === 'commit' && known['commit'] ? ` (${known['commit']})` : (known[name] ?? ''),
  )
}
