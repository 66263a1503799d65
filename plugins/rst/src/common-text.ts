import type {LoadedFile} from './directive/spec.ts'
import type {DocumentState} from './document.ts'
import type {Message} from './message/message.ts'
import type {ParseOptions} from './options.ts'
import {parse} from './parse.ts'
import {type Node, textElement} from './tree.ts'

/** A file that was read. */
export type TextFile = Extract<LoadedFile, {text: string}>

/** What all pages have in common, as Sphinx has it in `rst_prolog`, `rst_epilog`, `default_role`. */
export interface CommonFiles {
  /** Text for substitutions that no file and no page defines, such as Sphinx' `|version|`. */
  substitutions?: Readonly<Record<string, string>>
  /** Files whose definitions, targets and roles hold in every page, in order. */
  prolog?: readonly TextFile[]
  /** Files that end every page, in order. */
  epilog?: readonly TextFile[]
  /** The role of interpreted text that names none. */
  defaultRole?: string
}

/** The options with which `parse` reads a page, and what is wrong with the files. */
export interface CommonText extends Pick<ParseOptions, 'prolog' | 'epilog'> {
  messages: Message[]
}

/**
 * Reads what all pages have in common, once. An epilog that is nothing but definitions need not
 * be read again at the end of every page: its definitions hold as those of a prolog do.
 */
export function readCommonText(files: CommonFiles, options: ParseOptions): CommonText {
  const {substitutions = {}, prolog = [], epilog = [], defaultRole} = files
  const role = {path: '<default role>', text: `.. default-role:: ${defaultRole}`}
  const messages: Message[] = []
  const shown: TextFile[] = []
  let before = definitionsOf(substitutions)
  for (const file of [...(defaultRole ? [role] : []), ...prolog, ...epilog]) {
    const document = parse(file.text, {...options, path: file.path, prolog: before})
    if (epilog.includes(file) && !isHidden(document)) shown.push(file)
    else {
      before = document
      for (const message of document.messages) messages.push(message)
    }
  }
  return {prolog: before, epilog: shown, messages}
}

/** A document of nothing but definitions; none if there are none. */
function definitionsOf(texts: Readonly<Record<string, string>>): DocumentState | undefined {
  const names = Object.keys(texts)
  if (names.length === 0) return undefined
  const document = parse('')
  for (const name of names) {
    const definition = textElement('substitution_definition', texts[name]!, {names: [name]})
    document.noteSubstitution(definition, name)
  }
  return document
}

/** Elements that are not seen where they stand. */
const hidden = new Set(['substitution_definition', 'target', 'comment', 'system_message'])

function isHidden({tree}: DocumentState): boolean {
  return tree.children.every(({type}: Node) => hidden.has(type))
}
