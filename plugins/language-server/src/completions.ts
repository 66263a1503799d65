import type {SiteCheck} from '@handrail/check'
import {type CompletionItem, CompletionItemKind} from 'vscode-languageserver/node'
import {includeLine} from './include-line.ts'
import type {LineContext} from './line-context.ts'
import {definitions} from './target.ts'

/** What may stand at the cursor: paths in an include, the names of tokens after a pipe. */
export function completionsAt(site: SiteCheck, context: LineContext): CompletionItem[] {
  const before = context.text.slice(0, context.column)
  const included = includeLine(before)
  if (included) return paths(site, included.path, context)
  return /(?:^|[^\w|])\|[^|]*$/.test(before) ? tokens(site, context) : []
}

function paths(site: SiteCheck, written: string, {place}: LineContext): CompletionItem[] {
  const folder = written.replace(/[^/]*$/, '')
  return site.includable(folder, place).map(({name, isFolder}) => ({
    label: isFolder ? `${name}/` : name,
    kind: isFolder ? CompletionItemKind.Folder : CompletionItemKind.File,
  }))
}

function tokens(site: SiteCheck, {place, text, column}: LineContext): CompletionItem[] {
  const closed = text[column] === '|'
  return definitions(site, place.file).map(({name, value}) => ({
    label: name,
    kind: CompletionItemKind.Constant,
    detail: value,
    insertText: closed ? name : `${name}|`,
  }))
}
