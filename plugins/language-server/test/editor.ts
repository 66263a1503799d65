import type {Readable, Writable} from 'node:stream'
import {pathToFileURL} from 'node:url'
import {
  createMessageConnection,
  type MessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-jsonrpc/node'
import type {
  CompletionItem,
  Diagnostic,
  Location,
  PublishDiagnosticsParams,
  RegistrationParams,
} from 'vscode-languageserver/node'

/** The editor's end of the protocol: as little of an editor as the server needs. */
export class Editor {
  private readonly connection: MessageConnection
  private readonly folder: string
  private readonly published = new Map<string, Diagnostic[]>()
  private readonly warnings: string[] = []
  private listeners: (() => void)[] = []
  private version = 1
  /** What the server asked to be told of. */
  readonly watched: string[] = []

  constructor(fromServer: Readable, toServer: Writable, folder: string) {
    this.folder = folder
    this.connection = createMessageConnection(
      new StreamMessageReader(fromServer),
      new StreamMessageWriter(toServer),
    )
    this.connection.onNotification(
      'textDocument/publishDiagnostics',
      ({uri, diagnostics}: PublishDiagnosticsParams) => {
        this.published.set(uri, diagnostics)
        this.tell()
      },
    )
    this.connection.onNotification('window/showMessage', ({message}: {message: string}) => {
      this.warnings.push(message)
      this.tell()
    })
    this.connection.onRequest('client/registerCapability', (parameters: RegistrationParams) => {
      this.watched.push(...parameters.registrations.map(({method}) => method))
    })
    this.connection.listen()
  }

  async start(): Promise<void> {
    const rootUri = pathToFileURL(this.folder).href
    const capabilities = {workspace: {didChangeWatchedFiles: {dynamicRegistration: true}}}
    await this.connection.sendRequest('initialize', {processId: null, rootUri, capabilities})
    await this.connection.sendNotification('initialized', {})
  }

  /** Says goodbye, as the protocol has it. */
  async stop(): Promise<void> {
    await this.connection.sendRequest('shutdown')
    await this.connection.sendNotification('exit')
  }

  async close(): Promise<void> {
    await this.connection.sendRequest('shutdown')
    this.connection.dispose()
  }

  open(path: string, text: string): Promise<void> {
    return this.openAt(this.uri(path), text)
  }

  openAt(uri: string, text: string): Promise<void> {
    const textDocument = {uri, languageId: 'restructuredtext', version: 1, text}
    return this.connection.sendNotification('textDocument/didOpen', {textDocument})
  }

  change(path: string, text: string): Promise<void> {
    const textDocument = {uri: this.uri(path), version: ++this.version}
    return this.connection.sendNotification('textDocument/didChange', {
      textDocument,
      contentChanges: [{text}],
    })
  }

  changedOnDisk(path: string): Promise<void> {
    return this.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{uri: this.uri(path), type: 2}],
    })
  }

  /** Where the server sends from a place that counts from 0: `path:line`, counting from 1. */
  async definition(path: string, line: number, character: number): Promise<string | undefined> {
    const found: Location | null = await this.ask('definition', path, line, character)
    if (!found) return undefined
    const name = found.uri.replace(`${this.uri('')}`, '').replace(/^\//, '')
    return `${name}:${found.range.start.line + 1}`
  }

  async completion(path: string, line: number, character: number): Promise<CompletionItem[]> {
    return this.ask('completion', path, line, character)
  }

  /** Waits for the messages of a file to be as wanted; each as `line:column severity rule`. */
  async messages(path: string, wanted: readonly string[]): Promise<void> {
    const isSo = (): boolean => this.messagesNow(path).join('\n') === wanted.join('\n')
    await this.until(isSo, () => `${path}: ${this.messagesNow(path).join('\n')}`)
  }

  async warning(): Promise<string> {
    await this.until(
      () => this.warnings.length > 0,
      () => 'no warning',
    )
    return this.warnings[0]!
  }

  diagnostics(path: string): readonly Diagnostic[] {
    return this.published.get(this.uri(path)) ?? []
  }

  uri(path: string): string {
    return pathToFileURL(path === '' ? this.folder : `${this.folder}/${path}`).href
  }

  private messagesNow(path: string): string[] {
    return this.diagnostics(path).map(({range: {start}, severity, code}) => {
      const name = severity === 1 ? 'error' : 'warning'
      return `${start.line + 1}:${start.character + 1} ${name} ${code}`
    })
  }

  private ask<Answer>(what: string, path: string, line: number, character: number) {
    const uri = /^\w+:/.test(path) ? path : this.uri(path)
    const parameters = {textDocument: {uri}, position: {line, character}}
    return this.connection.sendRequest<Answer>(`textDocument/${what}`, parameters)
  }

  private async until(isSo: () => boolean, now: () => string): Promise<void> {
    const end = Date.now() + 20_000
    while (!isSo()) {
      if (Date.now() > end) throw new Error(`Waited in vain: ${now()}`)
      await new Promise<void>((resolve) => {
        this.listeners.push(resolve)
        setTimeout(resolve, 1000)
      })
    }
  }

  private tell(): void {
    this.listeners.forEach((listener) => listener())
    this.listeners = []
  }
}
