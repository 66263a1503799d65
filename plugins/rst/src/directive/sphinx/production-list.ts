import {trim} from '../../text/whitespace.ts'
import {Element, type Node, Text} from '../../tree.ts'
import {directive, type DirectiveCall} from '../spec.ts'
import {nodeId} from './node-id.ts'

/** A token in backquotes, perhaps of another group. */
const token = /`((?:~?[\w-]*:)?\w+)`/g

/** A grammar: `name: definition` a line, below the name of its group if it has one. */
export const productionlist = directive({
  name: 'productionlist',
  doc: 'The productions of a grammar, whose tokens can be referred to.',
  arguments: {required: 1, whitespace: true},
  run(call) {
    const lines = call.arguments[0]!.replaceAll('\\\n', '').split('\n')
    const group = lines[0]!.includes(':') ? '' : trim(lines.shift()!)
    const productions = lines.filter((line) => line.includes(':'))
    const children = productions.map((line) => production(call, line, group))
    return [new Element('productionlist', {}, children, call.line)]
  },
})

function production(call: DirectiveCall<object>, line: string, group: string): Element {
  const colon = line.indexOf(':')
  const name = trim(line.slice(0, colon))
  const element = new Element('production', {tokenname: name}, [], call.line)
  const definition = tokenReferences(trim(line.slice(colon + 1)), group)
  const start = name === '' ? [new Text(' ')] : [tokenName(call, name, group), new Text(' ::= ')]
  element.children = [...start, ...definition]
  return element
}

function tokenName(call: DirectiveCall<object>, name: string, group: string): Element {
  const element = new Element('strong', {}, [new Text(name)], call.line)
  element.attributes.ids = [
    nodeId(call.document, group === '' ? 'grammar-token-' : `grammar-token-${group}-`, name),
  ]
  call.document.noteImplicitTarget(element)
  const full = group === '' ? name : `${group}:${name}`
  call.document.objects.push({domain: 'std', type: 'token', name: full, element})
  return element
}

function tokenReferences(definition: string, group: string): Node[] {
  const nodes: Node[] = []
  let end = 0
  for (const match of definition.matchAll(token)) {
    if (match.index > end) nodes.push(new Text(definition.slice(end, match.index)))
    nodes.push(tokenReference(match[1]!, group))
    end = match.index + match[0].length
  }
  if (end < definition.length) nodes.push(new Text(definition.slice(end)))
  return nodes
}

/** `~group:name` shows the name alone, `:name` belongs to no group. */
function tokenReference(written: string, group: string): Element {
  const bare = written.replace(/^[~:]/, '')
  const title = written.startsWith('~') ? bare.slice(bare.indexOf(':') + 1) : bare
  const reftarget = written.includes(':') || group === '' ? bare : `${group}:${bare}`
  const literal = new Element('literal', {classes: ['xref']}, [new Text(title)])
  return new Element(
    'pending_xref',
    {refdomain: 'std', reftype: 'token', reftarget, refexplicit: false},
    [literal],
  )
}
