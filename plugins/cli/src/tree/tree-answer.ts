import {type DocumentState, type Load, applyTransforms, parse, toPseudoXml} from '@handrail/rst'
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

function doctreeReader({includeBase, prolog}: TreeReaderOptions, load: Load) {
  let before: DocumentState | undefined
  for (const path of prolog) {
    before = parse(textOf(path, load), {path, load, includeBase, prolog: before})
  }
  return ({path, text, settings, transforms}: FullRequest): TreeAnswer => {
    const document = parse(text, {path, settings, load, includeBase, prolog: before})
    if (transforms) applyTransforms(document, transforms)
    return {tree: toPseudoXml(document.tree), messages: document.messages}
  }
}

/** The text of a file below the root; throws where it may not or cannot be read. */
export function textOf(path: string, load: Load): string {
  const file = load({path, written: path, from: path, document: path})
  if ('refusal' in file) throw new Error(`${path}: ${file.refusal.reason}`)
  return file.text
}
