import {resolve} from 'node:path'
import {
  type Connection,
  createConnection,
  type Diagnostic,
  DidChangeWatchedFilesNotification,
  type InitializeParams,
  type InitializeResult,
  MessageType,
  ShowMessageNotification,
  TextDocuments,
  TextDocumentSyncKind,
} from 'vscode-languageserver/node'
import {TextDocument} from 'vscode-languageserver-textdocument'
import {filePath} from './file-path.ts'
import {type OpenCheck, OpenSite} from './open-site.ts'

export interface ServerOptions {
  open: OpenCheck
  /** The site, relative to the folder that is open in the editor. */
  folder?: string
}

/** Milliseconds without a change before the site is checked again. */
const pause = 150

const capabilities: InitializeResult = {
  serverInfo: {name: 'handrail'},
  capabilities: {
    textDocumentSync: TextDocumentSyncKind.Incremental,
    definitionProvider: true,
    completionProvider: {triggerCharacters: ['|', '/', ' ']},
  },
}

/** Files whose changes outside of the editor matter: pages, fragments, settings. */
const watchers = [{globPattern: '**/*.{rst,rest,txt,inc,md,mdx}'}, {globPattern: '**/package.json'}]

/**
 * Serves an editor over two streams until it says goodbye: the messages of `handrail check`, about
 * files as they are in the editor; the way to what a line includes or a token means; completion of
 * tokens and of paths to include.
 */
export function serve(
  input: NodeJS.ReadableStream,
  output: NodeJS.WritableStream,
  {open, folder = '.'}: ServerOptions,
): void {
  const connection = createConnection(input, output)
  const documents = new TextDocuments(TextDocument)
  let siteDir = folder
  let site: OpenSite | undefined
  let timer: NodeJS.Timeout | undefined
  /** Addresses of the files that have messages in the editor. */
  let marked: Iterable<string> = []
  const publish = (): void => {
    const found = tryTo(() => site?.diagnostics(), connection) ?? new Map<string, Diagnostic[]>()
    for (const uri of new Set([...marked, ...found.keys()])) {
      void connection.sendDiagnostics({uri, diagnostics: found.get(uri) ?? []})
    }
    marked = [...found.keys()]
  }
  const checkSoon = (): void => {
    clearTimeout(timer)
    timer = setTimeout(publish, pause)
  }
  const openSite = (): void => {
    site = tryTo(() => new OpenSite(siteDir, documents, open), connection)
    checkSoon()
  }
  let isWatched = false

  connection.onInitialize((parameters) => {
    siteDir = resolve(workspaceFolder(parameters), folder)
    isWatched = !!parameters.capabilities.workspace?.didChangeWatchedFiles?.dynamicRegistration
    return capabilities
  })
  connection.onInitialized(() => {
    if (isWatched)
      void connection.client.register(DidChangeWatchedFilesNotification.type, {watchers})
    openSite()
  })
  connection.onDidChangeWatchedFiles(({changes}) => {
    if (!site || changes.some(({uri}) => uri.endsWith('/package.json'))) openSite()
    else checkSoon()
  })
  documents.onDidChangeContent(checkSoon)
  documents.onDidClose(checkSoon)
  connection.onDefinition(({textDocument, position}) =>
    site?.definition(documents.get(textDocument.uri), position),
  )
  connection.onCompletion(({textDocument, position}) =>
    site?.completion(documents.get(textDocument.uri), position),
  )
  connection.onShutdown(() => clearTimeout(timer))
  documents.listen(connection)
  connection.listen()
}

function workspaceFolder({workspaceFolders, rootUri}: InitializeParams): string {
  const uri = workspaceFolders?.[0]?.uri ?? rootUri
  return (uri && filePath(uri)) || process.cwd()
}

/** What goes wrong is shown to the writer, and the server goes on. */
function tryTo<T>(act: () => T, connection: Connection): T | undefined {
  try {
    return act()
  } catch (error) {
    const message = (error as Error).message
    // The connection's own way to say so is a request, which an editor may not answer.
    void connection.sendNotification(ShowMessageNotification.type, {
      type: MessageType.Warning,
      message,
    })
    return undefined
  }
}
