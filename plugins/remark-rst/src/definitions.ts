import {
  type CommonText,
  type DocumentState,
  type LoadedFile,
  type Message,
  readCommonText,
  type TextFile,
} from '@handrail/rst'
import type {PhrasingContent} from 'mdast'
import {toString} from 'mdast-util-to-string'
import type {RstOptions} from './options.ts'
import {parseOptions, parseRst, resolveAlone} from './read-rst.ts'
import {readNothing, type Witness, witness} from './witness.ts'

/** What a token stands for. */
export interface TokenValue {
  nodes: PhrasingContent[]
  text: string
}

/** The substitution definitions that hold at one place: those of a document and its prologs. */
export class Definitions {
  readonly document: DocumentState | undefined
  private readonly options: RstOptions
  private readonly values = new Map<string, TokenValue>()

  constructor(document: DocumentState | undefined, options: RstOptions) {
    this.document = document
    this.options = options
  }

  has(name: string): boolean {
    for (let document = this.document; document; document = document.prolog) {
      if (document.substitutionDefinitions.has(name)) return true
      if (document.substitutionNames.has(name.toLowerCase())) return true
    }
    return false
  }

  /** The content of a defined token; read once, copied for every use. */
  value(name: string): TokenValue {
    let value = this.values.get(name)
    if (!value) {
      const [paragraph] = resolveAlone(this.parse(name)).children
      const nodes = paragraph?.type === 'paragraph' ? paragraph.children : []
      value = {nodes, text: toString(nodes)}
      this.values.set(name, value)
    }
    return {nodes: structuredClone(value.nodes), text: value.text}
  }

  /** What the parser has to say about a token that is not defined. */
  complaint(name: string): Message | undefined {
    const document = this.parse(name)
    resolveAlone(document)
    return document.messages[0]
  }

  private parse(name: string): DocumentState {
    return parseRst(`|${name}|`, '<token>', this.options, {prolog: this.document})
  }
}

/** What all pages of a site have in common, read once and again when one of the files has changed. */
export class Common {
  private readonly options: RstOptions
  private current: {text: CommonText; definitions: Definitions; witness: Witness} | undefined

  constructor(options: RstOptions) {
    this.options = options
  }

  /** The definitions of all files in order: a later file may override an earlier one. */
  definitions(load: RstOptions['load']): Definitions {
    return this.read(load).definitions
  }

  /** What is wrong with the substitution files themselves. */
  messages(load: RstOptions['load']): Message[] {
    return this.read(load).text.messages
  }

  /** What a page in RST is parsed with. */
  text(load: RstOptions['load']): CommonText {
    return this.read(load).text
  }

  private read(load: RstOptions['load'] = readNothing) {
    if (!this.current?.witness.stillHolds(load)) this.current = this.parse(load)
    return this.current
  }

  private parse(load: NonNullable<RstOptions['load']>) {
    const seen = witness(load)
    const {prolog = [], epilog = [], defaultRole} = this.options
    const missing: Message[] = []
    const read = (path: string): TextFile[] => {
      const file = seen.load({path, written: path, from: path, document: path})
      if ('text' in file) return [file]
      missing.push(missingFile(file))
      return []
    }
    const files = {prolog: prolog.flatMap(read), epilog: epilog.flatMap(read), defaultRole}
    const text = readCommonText(files, parseOptions({...this.options, load: seen.load}))
    const definitions = new Definitions(text.prolog, this.options)
    return {
      text: {...text, messages: [...missing, ...text.messages]},
      definitions,
      witness: seen,
    }
  }
}

function missingFile({path}: LoadedFile): Message {
  return {
    source: 'rst',
    ruleId: 'prolog-missing',
    severity: 'error',
    reason: `Unexpected file \`${path}\` in the options, expected a readable file`,
    place: {file: path, line: 1, column: 1, endLine: 1, endColumn: 1},
    includedFrom: [],
    notes: [],
  }
}
