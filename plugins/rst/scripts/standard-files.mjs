// Writes src/directive/standard-files.ts from a folder with docutils' standard substitution files
// (docutils/parsers/rst/include; public domain):  node scripts/standard-files.mjs FOLDER
import {readdirSync, readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'

const folder = process.argv[2]
const definition = /^\.\. \|([^|]+)\| +unicode:: ((?:U\+[0-9A-F]+ ?)+)/

/** `name code` for each definition; the codes of several characters are joined by `+`. */
function pack(text) {
  const words = []
  for (const line of text.split('\n')) {
    const match = definition.exec(line)
    if (!match) continue
    const codes = match[2].trim().split(' ')
    const short = codes.map((code) => parseInt(code.slice(2), 16).toString(16))
    words.push(`${match[1]} ${short.join('+')}`)
  }
  return words
}

function wrap(words) {
  const lines = ['']
  for (const word of words) {
    if (lines.at(-1).length + word.length > 96) lines.push('')
    lines[lines.length - 1] += lines.at(-1) === '' ? word : ` ${word}`
  }
  return lines.map((line) => `    ${line}`).join('\n')
}

const entries = []
for (const name of readdirSync(folder).sort()) {
  const words = name.endsWith('.txt') ? pack(readFileSync(join(folder, name), 'utf8')) : []
  if (words.length > 0) entries.push(`  '${name}': \`\n${wrap(words)}\`,`)
}
const output = new URL('../src/directive/standard-files.ts', import.meta.url)
writeFileSync(
  output,
  `/**
 * docutils' standard substitution files: a name and the code of its character in turn. Written by
 * scripts/standard-files.mjs.
 */
export const standardFiles: Readonly<Record<string, string>> = {
${entries.join('\n')}
}
`,
)
