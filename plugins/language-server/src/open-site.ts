import {join, relative, resolve} from 'node:path'
import {fileURLToPath, pathToFileURL} from 'node:url'
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

  constructor(siteDir: string, documents: TextDocuments<TextDocument>, open: OpenCheck) {
    this.siteDir = resolve(siteDir)
    this.documents = documents
    this.site = open(this.siteDir, (path) => this.openDocument(path)?.getText())
  }

  /** The messages of each file that has any; remarks are left out, as on the command line. */
  diagnostics(): Map<string, Diagnostic[]> {
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
    const place = document && targetAt(this.site, this.contextOf(document, position))
    if (!place) return undefined
    const start = {line: place.line - 1, character: place.column - 1}
    return {uri: this.uriOf(place.file), range: {start, end: start}}
  }

  completion(document: TextDocument | undefined, position: Position): CompletionItem[] {
    return document ? completionsAt(this.site, this.contextOf(document, position)) : []
  }

  private contextOf(document: TextDocument, {line, character}: Position): LineContext {
    const file = this.pathOf(document.uri)
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

  private openDocument(path: string): TextDocument | undefined {
    const uri = this.uriOf(path)
    return this.documents.get(uri) ?? this.documents.all().find((one) => this.uriIs(one, path))
  }

  /** Editors write some characters of an address otherwise than Node. */
  private uriIs({uri}: TextDocument, path: string): boolean {
    return uri.startsWith('file:') && this.pathOf(uri) === path
  }

  private uriOf(path: string): string {
    return pathToFileURL(join(this.siteDir, path)).href
  }

  private pathOf(uri: string): string {
    return relative(this.siteDir, fileURLToPath(uri)).replaceAll('\\', '/')
  }
}
