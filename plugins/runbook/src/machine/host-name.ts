const label = '[a-z0-9_](?:[\\w-]{0,61}\\w)?'
const name = new RegExp(`^${label}(?:\\.${label})*$`, 'i')

/**
 * Whether a text can be the name of a host: labels of letters, digits, `-` and `_`, at most 253
 * characters. An address is none: `hostname -s` does not print it.
 */
export function isHostName(text: string): boolean {
  return text.length <= 253 && name.test(text) && !/^[\d.]+$/.test(text)
}

/** What `hostname -s` prints on the host of this name. */
export function shortName(name: string): string {
  return name.split('.', 1)[0]!
}
