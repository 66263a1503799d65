import {Element} from '../../tree.ts'
import {directive, type DirectiveSpec} from '../spec.ts'

/** A change and the version it came with; what changed stands behind the version or below. */
function version(name: string, alias: string, doc: string): DirectiveSpec {
  return directive({
    name,
    aliases: [alias],
    doc,
    arguments: {required: 1, optional: 1, whitespace: true},
    content: true,
    run(call) {
      const [number, text] = call.arguments
      const element = new Element('versionmodified', {type: name, version: number}, [], call.line)
      if (text !== undefined) {
        const {nodes, messages} = call.parseInline(text, call.lineNumber + 1)
        element.children.push(new Element('paragraph', {}, nodes, call.line), ...messages)
      }
      call.parseBlocks(call.content, element)
      return [element]
    },
  })
}

export const versionadded = version('versionadded', 'version-added', 'What a version added.')
export const versionchanged = version('versionchanged', 'version-changed', 'What it changed.')
export const deprecated = version('deprecated', 'version-deprecated', 'What it deprecated.')
export const versionremoved = version('versionremoved', 'version-removed', 'What it removed.')
