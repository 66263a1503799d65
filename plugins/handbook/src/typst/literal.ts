const escapes: Readonly<Record<string, string>> = {
  '"': '\\"',
  '\\': '\\\\',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
}

/**
 * A Typst string literal that holds exactly these characters. Every word an author wrote reaches
 * Typst through here, so no text can become markup or code.
 */
export function literal(text: string): string {
  // eslint-disable-next-line no-control-regex
  const escaped = text.replace(/["\\\u0000-\u001f\u007f-\u009f\u2028\u2029]/g, escapeCharacter)
  return `"${escaped.replace(/\p{Surrogate}/gu, '\ufffd')}"`
}

function escapeCharacter(character: string): string {
  return escapes[character] ?? `\\u{${character.codePointAt(0)!.toString(16)}}`
}
