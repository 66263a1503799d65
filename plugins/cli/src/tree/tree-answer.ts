import {
  type CommonFiles,
  type DocumentState,
  type Load,
  type TextFile,
  applyTransforms,
  parse,
  readCommonText,
  toPseudoXml,
} from '@handrail/rst'
import {fileLoader} from 'remark-rst/files'
import {mdastReader} from './mdast-reader.ts'
import {treeSettings} from './tree-settings.ts'

export type TreeFormat = 'doctree' | 'mdast'

/** What a request asks for: a file below the root, or a text that is read as if it were that file. */
interface TreeRequest {
  path: string
  text?: string
  settings?: unknown
  /** Names of docutils' transforms to be applied to a doctree. */
  transforms?: readonly string[]
}

export interface TreeAnswer {
  /** The tree as it is printed: pseudo-XML, or mdast as data. */
  tree: unknown
  messages: DocumentState['messages']
}

/** Answers a request; throws an error that says what is wrong with it. */
export type TreeReader = (request: TreeRequest) => TreeAnswer

export interface TreeReaderOptions {
  format: TreeFormat
  includeBase: 'document' | 'file'
  prolog: readonly string[]
  epilog: readonly string[]
  defaultRole?: string
  root: string
  set: Readonly<Record<string, unknown>>
}

/** Reads trees of files below one root. */
export function treeReader(options: TreeReaderOptions): TreeReader {
  const load = fileLoader({root: options.root})
  const readers = {doctree: doctreeReader, mdast: mdastReader}
  const read = readers[options.format](options, load)
  const defaults = treeSettings(options.set)
  return (request) => {
    if (typeof request?.path !== 'string') throw new Error('Unexpected request, expected a `path`')
    const settings = {...defaults, ...treeSettings(request.settings)}
    return read({...request, settings, text: request.text ?? textOf(request.path, load)})
  }
}

/** A request whose text and settings are there. */
export type FullRequest = TreeRequest & {text: string; settings: ReturnType<typeof treeSettings>}

function doctreeReader(options: TreeReaderOptions, load: Load) {
  const extensions = {load, includeBase: options.includeBase}
  const {prolog, epilog} = readCommonText(commonFiles(options, load), extensions)
  return ({path, text, settings, transforms}: FullRequest): TreeAnswer => {
    const document = parse(text, {...extensions, path, settings, prolog, epilog})
    if (transforms) applyTransforms(document, transforms)
    return {tree: toPseudoXml(document.tree), messages: document.messages}
  }
}

/** The files that all documents have in common. */
export function commonFiles(
  {prolog, epilog, defaultRole}: TreeReaderOptions,
  load: Load,
): CommonFiles {
  const read = (path: string): TextFile => ({path, text: textOf(path, load)})
  return {prolog: prolog.map(read), epilog: epilog.map(read), defaultRole}
}

/** The text of a file below the root; throws where it may not or cannot be read. */
function textOf(path: string, load: Load): string {
  const file = load({path, written: path, from: path, document: path})
  if ('refusal' in file) throw new Error(`${path}: ${file.refusal.reason}`)
  return file.text
}
