import {mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync} from 'node:fs'
import {basename, dirname, join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {commandLinePage} from './command-line-page.ts'
import {directivesPage, rolesPage} from './directives-page.ts'
import {examplePage} from './example-page.ts'
import {messagesPage} from './messages-page.ts'
import {nodesPage} from './nodes-page.ts'

/** Writes the reference pages that are made from code and specifications, before every build. */
const root = fileURLToPath(new URL('../..', import.meta.url))
const target = join(root, 'docs/reference/generated')

rmSync(target, {recursive: true, force: true})
write('command-line.md', commandLinePage())
write('directives.md', directivesPage())
write('roles.md', rolesPage())
write('messages.md', messagesPage())
write('nodes.md', nodesPage())
for (const room of ['rst', 'remark-rst', 'runbook']) {
  const folder = join(root, 'plugins', room, 'test/spec')
  for (const file of specFiles(folder)) {
    write(join('examples', room, file), examplePage(readFileSync(join(folder, file), 'utf8')))
  }
}

function specFiles(folder: string): string[] {
  return readdirSync(folder, {recursive: true, encoding: 'utf8'})
    .filter((file) => file.endsWith('.md') && !basename(file).startsWith('_'))
    .sort()
}

function write(path: string, text: string): void {
  const file = join(target, path)
  mkdirSync(dirname(file), {recursive: true})
  writeFileSync(file, text)
}
