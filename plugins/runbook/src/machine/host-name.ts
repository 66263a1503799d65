/** Whether a text can be the name of a host: labels of letters, digits, `-` and `_`, at most 253. */
export function isHostName(text: string): boolean {
  return (
    text.length <= 253 &&
    /^[a-z0-9_](?:[\w-]{0,61}\w)?(?:\.[a-z0-9_](?:[\w-]{0,61}\w)?)*$/i.test(text)
  )
}

/** What `hostname -s` prints on the host of this name. */
export function shortName(name: string): string {
  return name.split('.', 1)[0]!
}
