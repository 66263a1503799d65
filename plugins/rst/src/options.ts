import type {DirectiveSpec, LoadedFile} from './directive/spec.ts'
import type {Severity} from './message/rule.ts'
import type {DocumentState} from './document.ts'
import type {RoleSpec} from './role/spec.ts'
import type {Settings} from './settings.ts'

/** What bounds the cost of one document. A limit that is met is a message that names the chain. */
export interface Budget {
  /** Lines that includes may add. */
  lines: number
  /** How deep includes may stand in one another. */
  includes: number
  /** How deep body elements may stand in one another; what lies deeper is kept as literal text. */
  nesting: number
  /** Characters that substitutions may add while they are resolved. */
  substitution: number
}

export const defaultBudget: Budget = {
  lines: 1_000_000,
  includes: 64,
  nesting: 100,
  substitution: 1_000_000,
}

/** A wish to read a file. */
export interface FileRequest {
  /** Where the path leads from the folder it is relative to; `/` separates, `..` may lead. */
  path: string
  /** The path as the writer gave it. */
  written: string
  /** The file that asks. */
  from: string
  /** The document being parsed. */
  document: string
  encoding?: string
}

/**
 * Reads a file of the build, synchronously. The loader keeps what it read, enforces its roots and
 * answers a path that leads outside of them (DESIGN 2.4: without its leading `../`, it may be
 * found in an include root) or the reason for a refusal; it never throws.
 */
export type Load = (request: FileRequest) => LoadedFile

export interface ParseOptions {
  /** The document's path, as it is named in messages. */
  path?: string
  settings?: Partial<Settings>
  /** All directives known; docutils' own by default. */
  directives?: readonly DirectiveSpec[]
  /** All roles known; docutils' own by default. */
  roles?: readonly RoleSpec[]
  load?: Load
  /** What a relative path starts from: the document (Sphinx) or the file it stands in (docutils). */
  includeBase?: 'document' | 'file'
  /** Text parsed once, whose definitions, targets and roles hold in every document. */
  prolog?: DocumentState
  /** Files whose text ends the document as if it stood there (Sphinx' rst_epilog). */
  epilog?: readonly Extract<LoadedFile, {text: string}>[]
  budget?: Partial<Budget>
  severities?: Readonly<Record<string, Severity>>
}
