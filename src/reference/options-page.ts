import {readFileSync, readdirSync} from 'node:fs'
import {join} from 'node:path'
import ts from 'typescript'
import {pageOf, tableOf} from './page-of.ts'

/** An interface whose members are options, and what to say above their table. */
interface OptionSource {
  heading: string
  text: string
  /** Folder of the package that declares it. */
  folder: string
  name: string
}

const sources: OptionSource[] = [
  {
    heading: 'A site',
    text: 'The field `handrail` of the `package.json` of a site. The command, the plugins and the handbook read it; what stands here need not be repeated elsewhere.',
    folder: 'remark-rst',
    name: 'SiteSettings',
  },
  {
    heading: 'docusaurus-plugin-rst',
    text: 'The second argument of `withRst(config, options)`.',
    folder: 'docusaurus-plugin-rst',
    name: 'RstPluginOptions',
  },
  {
    heading: 'docusaurus-plugin-runbook',
    text: 'How the pages of runbooks are made.',
    folder: 'docusaurus-plugin-runbook',
    name: 'RunbookOptions',
  },
  {
    heading: 'docusaurus-plugin-handbook',
    text: 'What is printed with each build.',
    folder: 'docusaurus-plugin-handbook',
    name: 'HandbookPluginOptions',
  },
  {
    heading: 'A printing of the handbook',
    text: 'What `buildHandbook` and `handrail pdf` are asked for. One of the `editions` has its `file`, and of these `sidebar`, `paper`, `runbooksOnly`, `twoSided`, `standard` and `theme`.',
    folder: 'docusaurus-plugin-handbook',
    name: 'HandbookRequest',
  },
  {
    heading: 'docusaurus-plugin-offline',
    text: 'What the browser keeps.',
    folder: 'docusaurus-plugin-offline',
    name: 'OfflineOptions',
  },
  {
    heading: 'remark-rst',
    text: 'The plugin of unified.',
    folder: 'remark-rst',
    name: 'RstOptions',
  },
]

/** Every option of the packages, read from the types that the code itself is checked against. */
export function optionsPage(plugins: string): string {
  const parts = sources.flatMap(({heading, text, folder, name}) => [
    `## ${heading}`,
    text,
    optionTable(join(plugins, folder, 'src'), name),
  ])
  return pageOf('Options', 'The settings of a site and the options of each plugin.', parts)
}

function optionTable(folder: string, name: string): string {
  const rows = declarationOf(folder, name)
    .members.filter(ts.isPropertySignature)
    .map((member) => [
      `\`${member.name.getText()}\``,
      `\`${member.type!.getText()}\``,
      docOf(member),
    ])
  return tableOf(['option', 'type', 'what it does'], rows)
}

function declarationOf(folder: string, name: string): ts.InterfaceDeclaration {
  const files = readdirSync(folder, {recursive: true, encoding: 'utf8'})
  for (const file of files.filter((path) => path.endsWith('.ts'))) {
    const text = readFileSync(join(folder, file), 'utf8')
    if (!text.includes(`interface ${name} `)) continue
    const {statements} = ts.createSourceFile(file, text, ts.ScriptTarget.ESNext, true)
    const found = statements.filter(ts.isInterfaceDeclaration).find((one) => one.name.text === name)
    if (found) return found
  }
  throw new Error(`${folder} has no interface ${name}`)
}

function docOf(member: ts.PropertySignature): string {
  const comments = ts.getJSDocCommentsAndTags(member).filter(ts.isJSDoc)
  return comments.map(({comment}) => ts.getTextOfJSDocComment(comment) ?? '').join(' ')
}
