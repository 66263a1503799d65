/** A generated page: its head, its title and its parts. */
export function pageOf(title: string, description: string, parts: readonly string[]): string {
  return `${[headOf(title, description), `# ${title}`, description, ...parts].join('\n\n')}\n`
}

/** The front matter of a generated page. Nobody edits it where it is. */
export function headOf(title: string, description: string): string {
  const fields = {title, description, custom_edit_url: null}
  const lines = Object.entries(fields).map(([name, value]) => `${name}: ${JSON.stringify(value)}`)
  return ['---', ...lines, '---'].join('\n')
}

/** A GFM table; whatever stands in a cell stays in it. */
export function tableOf(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.map(cellText).join(' | ')} |`
  return [line(header), line(header.map(() => '---')), ...rows.map(line)].join('\n')
}

function cellText(text: string): string {
  return text.replace(/\s+/g, ' ').replaceAll('|', String.raw`\|`)
}
