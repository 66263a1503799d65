/**
 * Hash of a value's content in 11 letters and digits: the same for equal JSON on every machine.
 * Positions and data of nodes are left out, so that moved text keeps its version. It tells texts
 * apart; it is no protection against somebody who wants two texts to have one version.
 *
 * Two 32-bit lanes of multiplication and rotation after `cyrb53` (public domain).
 */
export function contentVersion(value: unknown): string {
  const text = JSON.stringify(value, (key, part) =>
    key === 'position' || key === 'data' ? undefined : part,
  )
  let a = 0xdeadbeef
  let b = 0x41c6ce57
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index)
    a = Math.imul(a ^ code, 2654435761)
    b = Math.imul(b ^ code, 1597334677)
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909)
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909)
  return (4294967296 * (2097151 & b) + (a >>> 0)).toString(36).padStart(11, '0')
}
