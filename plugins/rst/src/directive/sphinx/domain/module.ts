import {Element, type Node} from '../../../tree.ts'
import {flag, unchanged} from '../../convert/text.ts'
import {directive, type DirectiveCall, type DirectiveSpec} from '../../spec.ts'
import {nodeId} from '../node-id.ts'

/** A module: what follows it, or stands in it, belongs to it. */
function moduleDirective(domain: 'py' | 'js', names: string[]): DirectiveSpec {
  return directive({
    name: names[0]!,
    aliases: names.slice(1),
    doc: 'The module to which the objects that follow belong.',
    arguments: {required: 1},
    options: {
      platform: unchanged,
      synopsis: unchanged,
      deprecated: flag,
      'no-index': flag,
      noindex: flag,
      'no-contents-entry': flag,
      'no-typesetting': flag,
    },
    content: true,
    run(call) {
      const name = call.arguments[0]!
      enter(call, domain, name)
      const nodes: Node[] = []
      if (!call.options['no-index'] && !call.options.noindex) nodes.push(target(call, domain, name))
      const content = new Element('')
      call.parseBlocks(call.content, content)
      return [...nodes, ...content.children]
    },
  })
}

function target(call: DirectiveCall<object>, domain: string, name: string): Element {
  const {document} = call
  const element = new Element('target', {ids: [nodeId(document, 'module-', name)]}, [], call.line)
  document.noteExplicitTarget(element)
  document.objects.push({domain, type: 'module', name, element})
  return element
}

function enter(call: DirectiveCall<object>, domain: string, name: string): void {
  if (name === 'None') call.document.context.delete(`${domain}:module`)
  else call.document.context.set(`${domain}:module`, name)
}

const currentModule = directive({
  name: 'py:currentmodule',
  aliases: ['currentmodule'],
  doc: 'The module to which the objects that follow belong, without describing it.',
  arguments: {required: 1},
  run(call) {
    enter(call, 'py', call.arguments[0]!)
    return []
  },
})

/** A scope of C or C++ in which the declarations that follow stand. */
function namespace(domain: 'c' | 'cpp'): DirectiveSpec {
  return directive({
    name: `${domain}:namespace`,
    doc: 'The scope of the declarations that follow.',
    arguments: {required: 1, whitespace: true},
    run(call) {
      const name = call.arguments[0]!
      if (name === 'NULL' || name === '0') call.document.context.delete(`${domain}:parent`)
      else call.document.context.set(`${domain}:parent`, name)
      return []
    },
  })
}

export const moduleDirectives: readonly DirectiveSpec[] = [
  moduleDirective('py', ['py:module', 'module']),
  currentModule,
  moduleDirective('js', ['js:module']),
  namespace('c'),
  namespace('cpp'),
]
