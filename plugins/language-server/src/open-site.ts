import {realpathSync} from 'node:fs'
import {join, relative, resolve} from 'node:path'
import {pathToFileURL} from 'node:url'
import type {CheckResult, SiteCheck, Unsaved} from '@handrail/check'
import type {
  CompletionItem,
  Diagnostic,
  Location,
  Position,
  TextDocuments,
} from 'vscode-languageserver/node'
import type {TextDocument} from 'vscode-languageserver-textdocument'
import {completionsAt} from './completions.ts'
import {toDiagnostic} from './diagnostic.ts'
import {filePath} from './file-path.ts'
import type {LineContext} from './line-context.ts'
import {targetAt} from './target.ts'

/**
 * Opens the check of the site in a folder.
 *
 * @throws Error that says why there is none
 */
export type OpenCheck = (siteDir: string, unsaved: Unsaved) => SiteCheck

/** A site whose files are edited. Paths are relative to its folder, as in messages. */
export class OpenSite {
  private readonly siteDir: string
  private readonly documents: TextDocuments<TextDocument>
  private readonly site: SiteCheck
  private checked: CheckResult | undefined
  /** Texts in the editor, by the paths at which their files really are. */
  private edited = new Map<string, TextDocument>()

  constructor(siteDir: string, documents: TextDocuments<TextDocument>, open: OpenCheck) {
    this.siteDir = resolve(siteDir)
    this.documents = documents
    this.site = open(this.siteDir, (path) => this.unsaved(path))
  }

  /** The messages of each file that has any; remarks are left out, as on the command line. */
  diagnostics(): Map<string, Diagnostic[]> {
    this.edited = new Map(this.documents.all().flatMap(withRealPath))
    this.checked = this.site.run()
    const byUri = new Map<string, Diagnostic[]>()
    for (const message of this.checked.messages) {
      if (message.fatal === undefined) continue
      const uri = this.uriOf(message.file ?? '')
      const list = byUri.get(uri)
      const diagnostic = toDiagnostic(message, (path) => this.uriOf(path))
      if (list) list.push(diagnostic)
      else byUri.set(uri, [diagnostic])
    }
    return byUri
  }

  /** Where the file or the token under the cursor is written. */
  definition(document: TextDocument | undefined, position: Position): Location | undefined {
    const context = document && this.contextOf(document, position)
    const place = context && targetAt(this.site, context)
    if (!place) return undefined
    const start = {line: place.line - 1, character: place.column - 1}
    return {uri: this.uriOf(place.file), range: {start, end: start}}
  }

  completion(document: TextDocument | undefined, position: Position): CompletionItem[] {
    const context = document && this.contextOf(document, position)
    return context ? completionsAt(this.site, context) : []
  }

  private contextOf(document: TextDocument, {line, character}: Position): LineContext | undefined {
    const absolute = filePath(document.uri)
    if (absolute === undefined) return undefined
    const file = relative(this.siteDir, absolute).replaceAll('\\', '/')
    const start = {line, character: 0}
    const text = document.getText({start, end: {line: line + 1, character: 0}})
    const place = {file, page: this.pageWith(file)}
    return {place, text: text.replace(/\r?\n$/, ''), column: character}
  }

  /** A page that a file is part of: what its relative paths may start from. */
  private pageWith(path: string): string {
    const absolute = join(this.siteDir, path)
    const pages = this.checked?.pages ?? []
    return pages.find(({files}) => files.includes(absolute))?.path ?? path
  }

  /** What is included through a link is edited where it really is. */
  private unsaved(path: string): string | undefined {
    if (!this.edited.size) return undefined
    return this.edited.get(realPath(join(this.siteDir, path)))?.getText()
  }

  private uriOf(path: string): string {
    return pathToFileURL(join(this.siteDir, path)).href
  }
}

function withRealPath(document: TextDocument): [string, TextDocument][] {
  const path = filePath(document.uri)
  return path === undefined ? [] : [[realPath(path), document]]
}

/** Where a file is when all links are followed; one that is not saved yet is where it says. */
function realPath(path: string): string {
  try {
    return realpathSync.native(path)
  } catch {
    return path
  }
}
