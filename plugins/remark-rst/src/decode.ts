import type {FileRefusal} from '@handrail/rst'

/**
 * The text of a file in an encoding, or why it is none. The reason is worded as docutils' host
 * language does, since docutils quotes it in its tree.
 */
export function decode(bytes: Uint8Array, encoding = 'utf-8'): string | FileRefusal {
  const name = encoding.toLowerCase()
  if (name === 'ascii' || name === 'us-ascii') return decodeAscii(bytes)
  if (name === 'latin1' || name === 'iso-8859-1') return decodeLatin1(bytes)
  const label = name === 'utf-16' ? utf16(bytes) : name
  try {
    const text = new TextDecoder(label, {fatal: true}).decode(bytes)
    return label === 'utf-8' && bytes.includes(0) ? {reason: 'binary'} : text
  } catch (error) {
    const detail = label === 'utf-8' ? utf8Problem(bytes) : undefined
    return {reason: 'encoding', detail: detail ?? (error as Error).message}
  }
}

function decodeAscii(bytes: Uint8Array): string | FileRefusal {
  const at = bytes.findIndex((byte) => byte > 0x7f)
  if (at < 0) return decodeLatin1(bytes)
  return {reason: 'encoding', detail: problem('ascii', bytes, at, 1, 'ordinal not in range(128)')}
}

/** Each byte is a character: the decoder of that name has others from 0x80 to 0x9F. */
function decodeLatin1(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
}

/** The byte order a file says it has. */
function utf16(bytes: Uint8Array): string {
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-16le'
}

/** What is wrong with bytes that are no UTF-8. */
function utf8Problem(bytes: Uint8Array): string | undefined {
  for (let at = 0; at < bytes.length;) {
    const length = sequenceLength(bytes[at]!)
    if (length === 0) return problem('utf-8', bytes, at, 1, 'invalid start byte')
    for (let i = 1; i < length; i++) {
      if (at + i >= bytes.length) return problem('utf-8', bytes, at, i, 'unexpected end of data')
      if (isContinuation(bytes, at, i)) continue
      return problem('utf-8', bytes, at, i, 'invalid continuation byte')
    }
    at += length
  }
  return undefined
}

/** How many bytes a character has by its first one; 0 if none starts with it. */
function sequenceLength(byte: number): number {
  if (byte < 0x80) return 1
  if (byte < 0xc2 || byte > 0xf4) return 0
  if (byte < 0xe0) return 2
  return byte < 0xf0 ? 3 : 4
}

/** The second byte's range is narrower behind some first ones: no surrogates, no long forms. */
function isContinuation(bytes: Uint8Array, start: number, index: number): boolean {
  const byte = bytes[start + index]!
  const [least, most] = (index === 1 && secondBytes[bytes[start]!]) || [0x80, 0xbf]
  return byte >= least && byte <= most
}

const secondBytes: Partial<Record<number, [number, number]>> = {
  0xe0: [0xa0, 0xbf],
  0xed: [0x80, 0x9f],
  0xf0: [0x90, 0xbf],
  0xf4: [0x80, 0x8f],
}

function problem(
  codec: string,
  bytes: Uint8Array,
  at: number,
  count: number,
  reason: string,
): string {
  const byte = bytes[at]!.toString(16).padStart(2, '0')
  const place =
    count === 1 ? `byte 0x${byte} in position ${at}` : `bytes in position ${at}-${at + count - 1}`
  return `'${codec}' codec can't decode ${place}: ${reason}`
}
