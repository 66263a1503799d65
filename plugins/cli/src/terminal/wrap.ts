/**
 * Breaks a text at spaces so that no line is longer than `width`; a longer word stands alone. Every
 * line after the first starts with `indent`.
 */
export function wrap(text: string, width: number, indent = ''): string {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(/\s+/).filter(Boolean)) {
    const longer = line === '' ? word : `${line} ${word}`
    if (longer.length > width && line.trim() !== '') {
      lines.push(line)
      line = indent + word
    } else line = line === '' && lines.length ? indent + word : longer
  }
  return [...lines, line].join('\n')
}
