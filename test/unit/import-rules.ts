import {readdirSync, readFileSync} from 'node:fs'
import {dirname, join, relative, resolve, sep} from 'node:path'
import ts from 'typescript'

/** What the files below one folder may import, beside files of the same room. */
export interface Room {
  /** Folder, relative to the root of the repository. */
  folder: string
  /** Other rooms, by package name. */
  rooms: readonly string[]
  /** Files and folders of the room that may import `node:*`; `true` for all of it. */
  node: boolean | readonly string[]
  react: boolean
}

/** One import that the house forbids. */
export interface Violation {
  /** `file:line` and the offending line itself. */
  where: string
  line: string
  why: string
}

interface ImportStatement {
  specifier: string
  line: number
  text: string
}

const local = /^(@handrail\/|remark-rst$|remark-rst\/|docusaurus-plugin-(rst|runbook|handbook))/
const react = /^(react|react-dom|@docusaurus\/|@theme|@mdx-js\/react)/

/** Lists the imports below a room's folder that its rule does not allow. */
export function violations(root: string, room: Room): Violation[] {
  const folder = join(root, room.folder)
  return sourceFiles(folder).flatMap((file) =>
    importsOf(file).flatMap((statement) => {
      const why = forbidden(statement.specifier, file, folder, room)
      const where = `${relative(root, file)}:${statement.line}`
      return why ? [{where, line: statement.text, why}] : []
    }),
  )
}

/** Every TypeScript file below a folder. */
function sourceFiles(folder: string): string[] {
  return readdirSync(folder, {recursive: true, encoding: 'utf8'})
    .filter((name) => /\.(ts|tsx|mts|cts|cjs|mjs)$/.test(name) && !name.includes('node_modules'))
    .map((name) => join(folder, name))
}

/** The import and export-from statements of a file, type imports and dynamic imports included. */
function importsOf(file: string): ImportStatement[] {
  const text = readFileSync(file, 'utf8')
  const lines = text.split('\n')
  return ts.preProcessFile(text, true, true).importedFiles.map(({fileName, pos}) => {
    const line = text.slice(0, pos).split('\n').length
    return {specifier: fileName, line, text: lines[line - 1]!.trim()}
  })
}

function forbidden(specifier: string, file: string, folder: string, room: Room) {
  if (specifier.startsWith('.')) return leaves(specifier, file, folder)
  if (specifier.startsWith('node:')) return nodeAllowed(file, folder, room) ? '' : 'no node:* here'
  if (react.test(specifier)) return room.react ? '' : 'no React or Docusaurus here'
  if (!local.test(specifier)) return ''
  const name = specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/')
  return room.rooms.includes(name) ? '' : `not one of: ${room.rooms.join(', ') || 'none'}`
}

function leaves(specifier: string, file: string, folder: string) {
  const target = resolve(dirname(file), specifier)
  if (target === resolve(folder, '../package.json')) return ''
  return target.startsWith(folder + sep) ? '' : 'a relative import leaves its room'
}

function nodeAllowed(file: string, folder: string, room: Room) {
  if (typeof room.node === 'boolean') return room.node
  const name = relative(folder, file)
  return room.node.some((one) => name === one || (one.endsWith('/') && name.startsWith(one)))
}
