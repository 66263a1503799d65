import {mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync} from 'node:fs'
import {basename, dirname, join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {commandLinePage} from './command-line-page.ts'
import {directivesPage, rolesPage} from './directives-page.ts'
import {examplePage} from './example-page.ts'
import {grammarPage} from './grammar-page.ts'
import {licencesPage} from './licences-page.ts'
import {messagesPage} from './messages-page.ts'
import {nodesPage} from './nodes-page.ts'
import {optionsPage} from './options-page.ts'
import {verifiedPage} from './verified-page.ts'
import {vocabularyPage} from './vocabulary-page.ts'

/** Writes the reference pages that are made from code and specifications, before every build. */
const root = fileURLToPath(new URL('../..', import.meta.url))
const plugins = join(root, 'plugins')
const target = join(root, 'docs/reference/generated')

rmSync(target, {recursive: true, force: true})
write('command-line.md', commandLinePage())
write('directives.md', directivesPage())
write('roles.md', rolesPage())
write(
  'licences.md',
  licencesPage(JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'))),
)
write('messages.md', messagesPage())
write('nodes.md', nodesPage())
write('options.md', optionsPage(plugins))
write('keys-and-actions.md', vocabularyPage())
write('verified.md', verifiedPage(readFileSync(join(root, 'docs/runbooks/verified.json'), 'utf8')))
write('runbook-grammar.md', grammarPage(readFileSync(join(plugins, 'runbook/README.md'), 'utf8')))
label('.', 'From code and tests')
label('examples', 'Examples')
for (const room of ['rst', 'remark-rst', 'runbook']) {
  const folder = join(plugins, room, 'test/spec')
  for (const file of specFiles(folder)) {
    const path = join('examples', room, file)
    write(path, examplePage(readFileSync(join(folder, file), 'utf8')))
    if (file.includes('/')) label(dirname(path), `${dirname(file)} (${room})`)
  }
}

function specFiles(folder: string): string[] {
  return readdirSync(folder, {recursive: true, encoding: 'utf8'})
    .filter((file) => file.endsWith('.md') && !basename(file).startsWith('_'))
    .sort()
}

/** Names a folder in the sidebar. A label is a key of translation, so no two folders share one. */
function label(folder: string, text: string): void {
  write(join(folder, '_category_.json'), JSON.stringify({label: text}))
}

function write(path: string, text: string): void {
  const file = join(target, path)
  mkdirSync(dirname(file), {recursive: true})
  writeFileSync(file, text)
}
