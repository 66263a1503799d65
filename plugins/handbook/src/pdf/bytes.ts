/** A character a byte, so that offsets in the text are offsets in the file. */
export function latin1(data: Uint8Array): string {
  return new TextDecoder('latin1').decode(data)
}

/** The bytes of text in ASCII. */
export function ascii(text: string): Uint8Array {
  return new TextEncoder().encode(text)
}

export function concat(chunks: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(chunks.reduce((length, chunk) => length + chunk.length, 0))
  let at = 0
  for (const chunk of chunks) {
    whole.set(chunk, at)
    at += chunk.length
  }
  return whole
}
