/** A generated page: its head, its title and its parts. */
export function pageOf(title: string, description: string, parts: readonly string[]): string {
  const head = `---\ntitle: ${JSON.stringify(title)}\ndescription: ${JSON.stringify(description)}\n---`
  return `${[head, `# ${title}`, description, ...parts].join('\n\n')}\n`
}

/** A GFM table; whatever stands in a cell stays in it. */
export function tableOf(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.map(cellText).join(' | ')} |`
  return [line(header), line(header.map(() => '---')), ...rows.map(line)].join('\n')
}

function cellText(text: string): string {
  return text.replace(/\s+/g, ' ').replaceAll('|', String.raw`\|`)
}
